// Is somebody asked to approve or to sign what is on its way? Then they may read it, whatever else they may not.
import type { Context } from '#kernel/context.ts';
import { draftDocument } from '#features/drafting/index.ts';
import { approversNow } from './next-step.ts';
import type { AdoptionRow } from './queries.ts';
import { slotsToday } from './signing.ts';
import { isAsSent, standingOf } from './standing.ts';

export async function isAskedOf(context: Context, row: AdoptionRow, personId: string): Promise<boolean> {
  if (row.state !== 'open') return false;
  const standing = await standingOf(context, row);
  if (!isAsSent(standing)) return false;
  const { current, steps, draft } = standing;
  const document = await draftDocument(context.db, context.scopeId, row.draft_id);
  const [approvers, slots] = await Promise.all([
    current ? approversNow(context, current, steps, draft) : [],
    slotsToday(context, row, document, current === undefined),
  ]);
  return [...approvers, ...slots.flatMap(({ candidates }) => candidates)].some((one) => one.personId === personId);
}
