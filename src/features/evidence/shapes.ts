// How the evidence is shown: counts, controls, clauses.
import { z } from 'zod';
import type { AnyAction } from '#kernel/action.ts';
import type { PolicyDocument } from '#features/policy/index.ts';
import { clauseStates, type ClauseEvidence } from './clause-evidence.ts';
import { allOf } from './tally.ts';

export const tallyShape = z.object({
  done: z.number(),
  stopped: z.number().describe('Done, and what it did was to stop something'),
  refused: z.number().describe('Refused by the policy'),
  forbidden: z.number().describe('Tried by somebody who may not'),
  last: z.string().nullable().describe('When the newest of them happened'),
});

const actionShape = z.object({ name: z.string(), summary: z.string(), tally: tallyShape });

export const controlShape = z.object({
  id: z.string(),
  promise: z.string(),
  cannot: z.string().nullable(),
  kind: z.enum(['enforced', 'workflow', 'record', 'check', 'guide', 'report']),
  isReal: z.boolean().describe('Gatepost makes it real; otherwise it is not yet built'),
  counts: z.string().nullable().describe('What counts as evidence of it, where that needs saying'),
  actions: z.array(actionShape).readonly(),
  tally: tallyShape,
});

export const overdueShape = z.object({ n: z.number(), words: z.string(), href: z.string() });
export type Overdue = z.output<typeof overdueShape>;

export const clauseShape = z.object({
  id: z.string(),
  number: z.string(),
  under: z.string(),
  title: z.string(),
  text: z.string(),
  state: z
    .enum(clauseStates)
    .describe('working: with evidence; quiet: it works, nothing has happened; not-yet: not built'),
  entries: z.number().describe('Entries that are evidence of it, each once'),
  tally: tallyShape,
  named: tallyShape.describe('Those among them that name this clause as their reason'),
  overdue: z.array(overdueShape).readonly(),
  gaps: z.array(z.string()).readonly(),
  controls: z.array(controlShape).readonly(),
  elsewhere: z.array(actionShape).readonly().describe('Other actions whose entries named it'),
});
export type ShownClauseEvidence = z.output<typeof clauseShape>;

export interface Showing {
  readonly actions: ReadonlyMap<string, Pick<AnyAction, 'summary'>>;
  /** What is overdue now, by control. */
  readonly overdue: ReadonlyMap<string, Overdue>;
}

/** @param one the evidence of `clause` */
export function shownClause(
  clause: PolicyDocument['clauses'][number],
  one: ClauseEvidence,
  { actions, overdue }: Showing,
): ShownClauseEvidence {
  const described = <T extends { readonly name: string }>(action: T) => ({
    ...action,
    summary: actions.get(action.name)?.summary ?? action.name,
  });
  return {
    id: clause.id,
    number: clause.number,
    under: clause.under,
    title: clause.title,
    text: clause.text,
    state: one.state,
    entries: allOf(one.tally),
    tally: one.tally,
    named: one.named,
    overdue: clause['rests-on'].flatMap((id) => overdue.get(id) ?? []),
    gaps: one.gaps,
    controls: one.controls.map((control) => ({ ...control, actions: control.actions.map(described) })),
    elsewhere: one.elsewhere.map(described),
  };
}
