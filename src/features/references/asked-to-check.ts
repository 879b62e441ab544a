// Who is asked to confirm which editions: their owners; the headteacher where an entry has none, or its owner has left.
import type { Context } from '#kernel/context.ts';
import { activeHolders, dayOf, peopleByIds } from '#features/people/index.ts';
import type { GuidanceEntry } from './guidance.ts';
import { readRegister } from './register.ts';

/** Editions that wait to be confirmed, by person: those the policy rests on, and those with an owner. */
export async function askedToCheck(context: Context): Promise<ReadonlyMap<string, readonly GuidanceEntry[]>> {
  const { db, scopeId, at } = context;
  const today = dayOf(at);
  const { entries } = (await readRegister(context)).guidance;
  const waiting = currentOfCited(entries).filter(({ state }) => state === 'check');
  const owners = [...new Set(waiting.flatMap(({ ownerId }) => ownerId ?? []))];
  const [people, heads] = await Promise.all([
    peopleByIds(db, scopeId, owners),
    activeHolders(db, scopeId, ['headteacher'], today),
  ]);
  const here = new Set(people.filter((row) => row.ended_on === null || row.ended_on >= today).map(({ id }) => id));
  const asked = new Map<string, GuidanceEntry[]>();
  for (const entry of waiting) {
    const owner = entry.ownerId !== null && here.has(entry.ownerId) ? entry.ownerId : heads[0]?.personId;
    if (owner !== undefined) asked.set(owner, [...(asked.get(owner) ?? []), entry]);
  }
  return asked;
}

/** What the policy rests on today: for an old edition the one that took its place. */
function currentOfCited(entries: readonly GuidanceEntry[]): GuidanceEntry[] {
  const keys = new Set(entries.filter(({ isCited }) => isCited).map(({ currentKey }) => currentKey));
  return entries.filter(({ key, ownerId, state }) => keys.has(key) || (ownerId !== null && state !== 'superseded'));
}
