// Where the lines of the one chart run: how many had acknowledged, were trained, and were overdue over time. Pure.
import { sayDay } from '#surfaces/web/say-time.ts';

interface Coverage {
  readonly people: number;
  readonly complete: number;
  readonly overdue: number;
}

export interface Point {
  readonly day: string;
  readonly acknowledged: Coverage;
  readonly trained: Coverage;
}

export interface Chart {
  /** Paths in a square of 100 by 100, the left being the first day and the bottom none. */
  readonly acknowledged: string;
  readonly acknowledgedArea: string;
  readonly trained: string;
  /** Steps, as high as much was overdue from one day to the next; empty where nothing ever was. */
  readonly overdue: string;
  readonly months: readonly { readonly x: number; readonly name: string }[];
  readonly ends: { readonly acknowledged: number | null; readonly trained: number | null };
  readonly now: { readonly acknowledged: string; readonly trained: string; readonly overdue: string };
  readonly mostOverdue: number;
  readonly rows: readonly {
    readonly day: string;
    readonly acknowledged: string;
    readonly trained: string;
    readonly overdue: number;
  }[];
  readonly summary: string;
}

const MOST_MONTHS = 7;

const overdueOf = ({ acknowledged, trained }: Point): number => acknowledged.overdue + trained.overdue;
const ofAll = ({ people, complete }: Coverage): string =>
  people === 0 ? 'nobody asked' : `${complete.toLocaleString('en-GB')} of ${people.toLocaleString('en-GB')}`;
const round = (value: number): number => Math.round(value * 100) / 100;
const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`);

/** @returns null where there is nothing to draw: nobody was asked for anything, or for one day only */
export function chartOf(points: readonly Point[]): Chart | null {
  const last = points.at(-1);
  if (!last || points.length < 2 || points.every((one) => one.acknowledged.people + one.trained.people === 0))
    return null;
  const [from, to] = [noon(points[0]!.day), noon(last.day)];
  const across = (day: string): number => round(((noon(day) - from) / (to - from)) * 100);
  const most = Math.max(...points.map(overdueOf));
  const acknowledged = sharesOf(points.map((one) => one.acknowledged));
  const trained = sharesOf(points.map((one) => one.trained));
  const placed = (shares: readonly (number | null)[]) =>
    points.map(({ day }, i) => [across(day), shares[i] ?? null] as const);
  return {
    acknowledged: pathOf(placed(acknowledged)),
    acknowledgedArea: areaOf(placed(acknowledged)),
    trained: pathOf(placed(trained)),
    overdue: most === 0 ? '' : stepsOf(points.map((one) => [across(one.day), overdueOf(one) / most] as const)),
    months: monthsBetween(points[0]!.day, last.day).map(({ day, name }) => ({ x: across(day), name })),
    ends: { acknowledged: topOf(acknowledged.at(-1) ?? null), trained: topOf(trained.at(-1) ?? null) },
    now: {
      acknowledged: ofAll(last.acknowledged),
      trained: ofAll(last.trained),
      overdue: String(overdueOf(last)),
    },
    mostOverdue: most,
    rows: lastOfMonths(points).map((one) => ({
      day: sayDay(one.day, last.day),
      acknowledged: ofAll(one.acknowledged),
      trained: ofAll(one.trained),
      overdue: overdueOf(one),
    })),
    summary: `Acknowledged: ${ofAll(points[0]!.acknowledged)} at first, ${ofAll(last.acknowledged)} now. Trained: ${ofAll(points[0]!.trained)} at first, ${ofAll(last.trained)} now. Overdue: ${overdueOf(last)} now, ${most} at most.`,
  };
}

/** Of all who were ever asked in these days, so that a line does not fall because more are asked; null before anybody was. */
function sharesOf(coverage: readonly Coverage[]): (number | null)[] {
  const all = Math.max(...coverage.map(({ people }) => people));
  return coverage.map(({ people, complete }) => (people === 0 ? null : complete / all));
}

const topOf = (share: number | null): number | null => (share === null ? null : round(100 - share * 100));

/** Days on which nobody was asked are left open, not drawn as none. */
function pathOf(places: readonly (readonly [x: number, share: number | null])[]): string {
  let path = '';
  let isOpen = false;
  for (const [x, share] of places) {
    if (share !== null) path += `${isOpen ? 'L' : 'M'}${x} ${topOf(share)}`;
    isOpen = share !== null;
  }
  return path;
}

function areaOf(places: readonly (readonly [x: number, share: number | null])[]): string {
  const drawn = places.filter(([, share]) => share !== null);
  const [first, last] = [drawn[0], drawn.at(-1)];
  return first && last ? `${pathOf(drawn)}L${last[0]} 100L${first[0]} 100Z` : '';
}

/** What is found on a day had been so since the day before it. */
function stepsOf(places: readonly (readonly [x: number, share: number])[]): string {
  const steps = places.slice(1).map(([x, share]) => `V${topOf(share)}H${x}`);
  return `M${places[0]?.[0] ?? 0} 100${steps.join('')}V100Z`;
}

const MONTH = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short' });

function monthsBetween(from: string, to: string): { day: string; name: string }[] {
  const months: { day: string; name: string }[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  for (;;) {
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
    const day = `${year}-${String(month).padStart(2, '0')}-01`;
    if (day > to) break;
    months.push({ day, name: MONTH.format(new Date(`${day}T12:00:00Z`)) });
  }
  const step = Math.max(1, Math.ceil(months.length / MOST_MONTHS));
  return months.filter((_, i) => i % step === 0);
}

const lastOfMonths = (points: readonly Point[]): Point[] =>
  points.filter((one, i) => points[i + 1]?.day.slice(0, 7) !== one.day.slice(0, 7));
