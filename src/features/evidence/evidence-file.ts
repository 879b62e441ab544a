// The evidence as it is handed over: the rows of a table, and a paper to print. Pure.
import type { ShownClauseEvidence } from './shapes.ts';
import type { Period } from './period.ts';
import type { ClauseState } from './clause-evidence.ts';
import { allOf } from './tally.ts';

export interface Handed {
  readonly school: string;
  readonly title: string;
  readonly version: { readonly n: number; readonly sha256: string } | null;
  readonly period: Period;
  readonly madeAt: string;
  readonly clauses: readonly ShownClauseEvidence[];
}

export const STATE_WORDS: Readonly<Record<ClauseState, string>> = {
  working: 'Works, with evidence',
  quiet: 'Works, nothing yet',
  'not-yet': 'Not yet',
};

const COLUMNS = [
  'clause',
  'number',
  'heading',
  'title',
  'state',
  'done',
  'stopped',
  'refused',
  'forbidden',
  'naming it',
  'last',
  'overdue',
  'controls',
  'gaps',
] as const;

/** The first row says what the columns are. */
export function evidenceAsTable({ clauses }: Handed): string[][] {
  const rows = clauses.map(({ tally, named, controls, overdue, gaps, ...clause }) => [
    clause.id,
    clause.number,
    clause.under,
    clause.title,
    STATE_WORDS[clause.state],
    tally.done,
    tally.stopped,
    tally.refused,
    tally.forbidden,
    allOf(named),
    tally.last ?? '',
    overdue.reduce((sum, { n }) => sum + n, 0),
    controls.map(({ id, isReal }) => (isReal ? id : `${id} (not yet)`)).join('; '),
    gaps.join('; '),
  ]);
  return [[...COLUMNS], ...rows.map((row) => row.map(String))];
}

/** As much of a printed document as this makes; the printer knows more kinds. */
export type PrintedBlock =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph' | 'note'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; caption: string; columns: string[]; rows: string[][] };

export interface PrintedEvidence {
  readonly title: string;
  readonly language: 'en-GB';
  readonly school: string;
  readonly footer: string;
  readonly madeAt: string;
  readonly blocks: PrintedBlock[];
}

export function evidenceOnPaper(handed: Handed): PrintedEvidence {
  const { school, title, version, period, madeAt, clauses } = handed;
  const one = clauses.length === 1 ? clauses[0]! : null;
  const count = (state: ClauseState) => clauses.filter((clause) => clause.state === state).length;
  const blocks: PrintedBlock[] = [
    {
      kind: 'paragraph',
      text:
        one === null
          ? `From ${period.since} to ${period.until}. Of ${clauses.length} clauses, ${count('working')} have evidence, ${count('quiet')} work and have nothing to show yet, and ${count('not-yet')} nobody makes real yet.`
          : `From ${period.since} to ${period.until}.`,
    },
    {
      kind: 'note',
      text: 'Counted are sealed entries of the ledger, on the day on which something happened, under the version of the policy then in force. What was done outside Gatepost is not in it.',
    },
  ];
  for (const [heading, under] of Map.groupBy(clauses, (clause) => clause.under)) {
    blocks.push({ kind: 'heading', level: 1, text: heading });
    for (const clause of under) blocks.push(...clauseOnPaper(clause));
  }
  return {
    title: one === null ? `Evidence: ${title}` : `Evidence: clause ${one.number}, ${one.title}`,
    language: 'en-GB',
    school,
    footer: version === null ? title : `${title}, version ${version.n}, ${version.sha256.slice(0, 12)}`,
    madeAt,
    blocks,
  };
}

function clauseOnPaper(clause: ShownClauseEvidence): PrintedBlock[] {
  const { number, title, text, state, tally, gaps, controls, overdue } = clause;
  const rows = [...controls.flatMap((control) => control.actions), ...clause.elsewhere].filter(
    (action) => allOf(action.tally) > 0,
  );
  const unique = [...new Map(rows.map((row) => [row.name, row])).values()];
  const counts = controls.flatMap((control) => control.counts ?? []);
  return [
    { kind: 'heading', level: 2, text: `${number} ${title}` },
    { kind: 'paragraph', text },
    {
      kind: 'paragraph',
      text: `${STATE_WORDS[state]}.${tally.last === null ? '' : ` Last on ${tally.last.slice(0, 10)}.`}`,
    },
    ...(unique.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: `What happened under clause ${number}`,
            columns: ['What', 'Done', 'Stopped', 'Refused', 'Not theirs'],
            rows: unique.map(({ summary, tally: { done, stopped, refused, forbidden } }) => [
              summary,
              ...[done, stopped, refused, forbidden].map(String),
            ]),
          },
        ]),
    ...counts.map((words): PrintedBlock => ({ kind: 'note', text: words })),
    ...(overdue.length === 0 ? [] : [{ kind: 'list' as const, items: overdue.map(({ words }) => words) }]),
    ...(gaps.length === 0 ? [] : [{ kind: 'list' as const, items: [...gaps] }]),
  ];
}
