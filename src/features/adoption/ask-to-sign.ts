// Tells those whose line it is to sign on, once, as soon as it is their turn; and whoever adopts, once nothing is missing.
import type { Context } from '#kernel/context.ts';
import { draftDocument } from '#features/drafting/index.ts';
import { activeHolders, notify } from '#features/people/index.ts';
import { localDate } from '#features/policy/index.ts';
import type { AdoptionRow } from './queries.ts';
import { slotsToday } from './signing.ts';
import type { Slot } from './slots.ts';

/** @param before the lines before the signature just given; none where the last approval has just come */
export async function askToSign(context: Context, row: AdoptionRow, before: readonly Slot[] = []): Promise<void> {
  const { db, scopeId, at } = context;
  const document = await draftDocument(db, scopeId, row.draft_id);
  const slots = await slotsToday(context, row, document, true);
  const href = `/policy/adoption/${row.id}`;
  if (slots.every(({ signature }) => signature !== null)) {
    const adopters = await activeHolders(db, scopeId, ['headteacher'], await localDate(db, scopeId, at));
    const text = `“${row.title}” is approved and signed. Say from when it is in force.`;
    const people = adopters.map(({ personId }) => personId);
    await notify(context, people, { kind: 'adoption.ready', text, href });
    return;
  }
  const asked = new Set(peopleAt(before));
  const people = peopleAt(slots).filter((id) => !asked.has(id));
  await notify(context, people, { kind: 'adoption.sign', text: `“${row.title}” waits for your signature.`, href });
}

const peopleAt = (slots: readonly Slot[]): string[] =>
  slots
    .filter(({ isOpen, signature }) => isOpen && signature === null)
    .flatMap(({ candidates }) => candidates.map(({ personId }) => personId));
