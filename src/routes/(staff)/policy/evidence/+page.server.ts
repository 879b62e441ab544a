// Every clause that holds with its evidence, by heading, in one of three honest states, a hundred to a page.
import { shown } from '#surfaces/web/answer.ts';
import { nowOf } from '../../../answering.ts';
import type { PageServerLoad } from './$types';
import {
  askedDays,
  countsOf,
  exportsOf,
  periodTabs,
  sayLast,
  sayPeriod,
  STATES,
  withDays,
  type Clause,
} from './evidence-words.ts';

const HERE = '/policy/evidence';
const PAGE = 100;

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { url, locals } = event;
    const asked = askedDays(url);
    const wanted = url.searchParams.get('state') ?? '';
    const state = wanted in STATES ? (wanted as Clause['state']) : null;
    const from = Math.max(1, Number.parseInt(url.searchParams.get('from') ?? '', 10) || 1);
    const answer = await locals.api.evidence.listClauses({
      ...asked,
      ...(state === null ? {} : { state }),
      from,
      most: PAGE,
    });
    const now = nowOf(event);
    const inState = (is: Clause['state'] | null, more: Record<string, string> = {}) =>
      withDays(HERE, asked, is === null ? more : { state: is, ...more });
    const total = answer.states.working + answer.states.quiet + answer.states['not-yet'];
    const to = from - 1 + answer.clauses.length;
    return {
      title: answer.title,
      version: answer.version?.n ?? null,
      period: sayPeriod(answer.period, now),
      total,
      states: answer.states,
      periods: periodTabs(HERE, asked, now, state === null ? {} : { state }),
      filters: [
        { href: inState(null), label: `All ${total}`, current: state === null },
        ...(Object.keys(STATES) as Clause['state'][]).map((is) => ({
          href: inState(is),
          label: `${STATES[is].word} (${answer.states[is]})`,
          current: state === is,
        })),
      ],
      exports: exportsOf(asked),
      part: answer.all > PAGE && to >= from ? `Clauses ${from} to ${to} of ${answer.all}` : null,
      first: from === 1 ? null : inState(state),
      next: to < answer.all && to >= from ? inState(state, { from: String(to + 1) }) : null,
      headings: [...Map.groupBy(answer.clauses, ({ under }) => under)].map(([heading, clauses]) => ({
        heading,
        clauses: clauses.map((clause) => row(clause, asked, now)),
      })),
    };
  });

const row = ({ id, number, title, state, tally, overdue, gaps }: Clause, asked: object, now: string) => ({
  id,
  number,
  title,
  state,
  href: withDays(`${HERE}/${id}`, asked),
  counts: countsOf(tally).map(({ n, words }) => `${n.toLocaleString('en-GB')} ${words}`),
  overdue: overdue.reduce((sum, { n }) => sum + n, 0),
  last: sayLast(tally.last, now),
  gaps: gaps.length,
});
