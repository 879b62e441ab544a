// Every clause of the policy in force with its evidence, by heading, in one of three honest states.
import { shown } from '#surfaces/web/answer.ts';
import { nowOf } from '../../../answering.ts';
import type { PageServerLoad } from './$types';
import {
  askedDays,
  countsOf,
  periodTabs,
  sayLast,
  sayPeriod,
  STATES,
  withDays,
  type Clause,
} from './evidence-words.ts';

const HERE = '/policy/evidence';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { url, locals } = event;
    const asked = askedDays(url);
    const wanted = url.searchParams.get('state') ?? '';
    const state = wanted in STATES ? (wanted as Clause['state']) : null;
    const answer = await locals.api.evidence.listClauses({ ...asked });
    const now = nowOf(event);
    const shownClauses = answer.clauses.filter((clause) => state === null || clause.state === state);
    const inState = (is: Clause['state'] | null) => withDays(HERE, asked, is === null ? {} : { state: is });
    return {
      title: answer.title,
      version: answer.version?.n ?? null,
      period: sayPeriod(answer.period, now),
      total: answer.clauses.length,
      states: answer.states,
      periods: periodTabs(HERE, asked, now, state === null ? {} : { state }),
      filters: [
        { href: inState(null), label: `All ${answer.clauses.length}`, current: state === null },
        ...(Object.keys(STATES) as Clause['state'][]).map((is) => ({
          href: inState(is),
          label: `${STATES[is].word} (${answer.states[is]})`,
          current: state === is,
        })),
      ],
      exports: (['pdf', 'csv', 'json'] as const).map((as) => ({
        as,
        href: withDays('/policy/evidence/export', asked, { as }),
      })),
      headings: [...Map.groupBy(shownClauses, ({ under }) => under)].map(([heading, clauses]) => ({
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
