// Whether a draft can be sent on: it reads as a policy without an error, and says what is new and whether everybody is asked anew.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { documentFrom } from './draft.ts';
import { offeredControls } from './offered-controls.ts';
import { problemsOf, type DraftProblem } from './problems.ts';
import { partRows, sayingParts, type DraftRow } from './queries.ts';

/** Every id of a control that a clause may rest on. */
export const controlIdsOf = (context: Pick<Context, 'controls'>): ReadonlySet<string> =>
  new Set(offeredControls(context).map(({ id }) => id));

export async function draftProblems(
  context: Pick<Context, 'db' | 'scopeId' | 'controls'>,
  row: Pick<DraftRow, 'id' | 'change_note' | 'material' | 'material_reason'>,
): Promise<DraftProblem[]> {
  const parts = sayingParts(await partRows(context.db, context.scopeId, row.id));
  return problemsOf(parts, documentFrom(parts), row, controlIdsOf(context));
}

/** @throws naming everything that stands in its way, each with its clause or setting and the remedy */
export async function mustBeSendable(context: Context, row: DraftRow): Promise<void> {
  const problems = await draftProblems(context, row);
  if (problems.length === 0) return;
  throw fail.invalid({
    code: 'draft-has-errors',
    message: `This draft cannot be sent on yet: ${problems.length === 1 ? 'one thing is' : `${problems.length} things are`} wrong with it.`,
    remedy: 'Put right what is marked; each stands beside its clause or setting.',
    fields: problems.slice(0, 200).map(({ part, key, message, remedy }) => ({
      field: `${part}.${key}`,
      message: `${message} ${remedy}`,
    })),
  });
}
