// What the pages of evidence have in common: the days that are looked at, the three states, and counts as words.
import { dayIn, sayDay, sayMoment } from '#surfaces/web/say-time.ts';
import type { Shape, Tone } from '#ui/state.ts';
import { ZONE } from '../../../answering.ts';

type Api = App.Locals['api']['evidence'];
export type Evidence = Awaited<ReturnType<Api['readClause']>>;
export type Clause = Evidence['clause'];
export type Tally = Clause['tally'];
export type Outcome = Awaited<ReturnType<Api['listEntries']>>['entries'][number]['outcome'];

export const STATES = {
  working: { tone: 'done', shape: 'done', word: 'Works, with evidence' },
  quiet: { tone: 'look', shape: 'due', word: 'Works, nothing yet' },
  'not-yet': { tone: 'calm', shape: 'todo', word: 'Not yet' },
} as const satisfies Record<Clause['state'], { tone: Tone; shape: Shape; word: string }>;

export const OUTCOMES = {
  done: { tone: 'done', shape: 'done', word: 'Done' },
  stopped: { tone: 'hold', shape: 'hold', word: 'Stopped' },
  'refused-by-policy': { tone: 'stop', shape: 'stop', word: 'Refused by the policy' },
  forbidden: { tone: 'look', shape: 'lock', word: 'Not theirs to do' },
} as const satisfies Record<Outcome, { tone: Tone; shape: Shape; word: string }>;

/** The counts of a tally that are not nothing, each with what leads to its entries. */
export const countsOf = ({ done, stopped, refused, forbidden }: Tally) =>
  (
    [
      { outcome: 'done', n: done, words: 'done' },
      { outcome: 'stopped', n: stopped, words: 'stopped' },
      { outcome: 'refused-by-policy', n: refused, words: 'refused' },
      { outcome: 'forbidden', n: forbidden, words: 'not theirs to do' },
    ] as const
  ).filter(({ n }) => n > 0);

export const sayLast = (last: string | null, now: string): string =>
  last === null ? '' : `Last ${sayMoment(last, ZONE, now)}`;

interface Asked {
  readonly since?: string;
  readonly until?: string;
}

/** The days in the address; what is no day is left to the action to refuse. */
export function askedDays(url: URL): Asked {
  const [since, until] = [url.searchParams.get('since') ?? '', url.searchParams.get('until') ?? ''];
  return { ...(since === '' ? {} : { since }), ...(until === '' ? {} : { until }) };
}

/** The same days in another address. */
export const withDays = (path: string, { since, until }: Asked, more: Record<string, string> = {}): string => {
  const query = new URLSearchParams({ ...(since && { since }), ...(until && { until }), ...more }).toString();
  return query === '' ? path : `${path}?${query}`;
};

/** Where the evidence of these days is taken away. @param which one clause; all of them, if left out */
export const exportsOf = (asked: Asked, which: Record<string, string> = {}) =>
  (['pdf', 'csv', 'json'] as const).map((as) => ({
    as,
    href: withDays('/policy/evidence/export', asked, { ...which, as }),
  }));

/** Stretches of days that people ask for; the one that is shown is marked. */
export function periodTabs(path: string, asked: Asked, now: string, more: Record<string, string> = {}) {
  const today = dayIn(now, ZONE);
  const before = (days: number) =>
    new Date(Date.parse(`${today}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
  const year = Number(today.slice(0, 4)) - (today.slice(5) < '08-01' ? 1 : 0);
  const choices: { label: string; days: Asked }[] = [
    { label: 'This school year', days: {} },
    { label: 'The last 30 days', days: { since: before(29) } },
    { label: 'The school year before', days: { since: `${year - 1}-08-01`, until: `${year}-07-31` } },
    { label: 'From the beginning', days: { since: '2000-01-01' } },
  ];
  return choices.map(({ label, days }) => ({
    label,
    href: withDays(path, days, more),
    current: days.since === asked.since && days.until === asked.until,
  }));
}

export function sayPeriod({ since, until }: { since: string; until: string }, now: string): string {
  const today = dayIn(now, ZONE);
  const end = until === today ? 'today' : sayDay(until, today);
  return since <= '2000-01-01' ? `from the beginning to ${end}` : `from ${sayDay(since, today)} to ${end}`;
}
