// Tells those whose line it is to sign on, as soon as it is their turn; and whoever adopts, once nothing is missing.
import type { Context } from '#kernel/context.ts';
import { draftDocument } from '#features/drafting/index.ts';
import { activeHolders, notify } from '#features/people/index.ts';
import { localDate } from '#features/policy/index.ts';
import type { AdoptionRow } from './queries.ts';
import { slotsToday } from './signing.ts';

export async function askToSign(context: Context, row: AdoptionRow): Promise<void> {
  const { db, scopeId, at } = context;
  const document = await draftDocument(db, scopeId, row.draft_id);
  const slots = await slotsToday(context, row, document, true);
  const href = `/policy/adoption/${row.id}`;
  const open = slots.filter(({ isOpen, signature }) => isOpen && signature === null);
  if (open.length > 0) {
    const people = open.flatMap(({ candidates }) => candidates.map(({ personId }) => personId));
    await notify(context, people, { kind: 'adoption.sign', text: `“${row.title}” waits for your signature.`, href });
    return;
  }
  const adopters = await activeHolders(db, scopeId, ['headteacher'], await localDate(db, scopeId, at));
  await notify(
    context,
    adopters.map(({ personId }) => personId),
    { kind: 'adoption.ready', text: `“${row.title}” is approved and signed. Say from when it is in force.`, href },
  );
}
