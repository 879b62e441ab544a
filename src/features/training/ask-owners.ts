// When training goes out that quotes a figure whose day to look again has passed, whoever answers for the figure is asked.
import type { Context } from '#kernel/context.ts';
import { dayOf, notify } from '#features/people/index.ts';
import { factRows, setAsked } from './fact-queries.ts';

/** @returns how many figures are old */
export async function askOwners(context: Context, moduleId: string): Promise<number> {
  const { db, scopeId, at, now } = context;
  const today = dayOf(at);
  const old = (await factRows(db, scopeId, [moduleId])).filter(({ recheckOn }) => recheckOn < today);
  if (old.length === 0) return 0;
  await setAsked(
    db,
    scopeId,
    old.map(({ id }) => id),
    now,
  );
  for (const { ownerId, claim } of old) {
    await notify(context, [ownerId], {
      kind: 'training.fact-old',
      text: `Please look again at a figure in training that has just gone out: ${claim}`,
      href: `/training/manage/${moduleId}`,
    });
  }
  return old.length;
}
