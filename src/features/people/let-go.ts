// Ends what has no date of its own when somebody has left.
import type { Context } from '#kernel/context.ts';
import { withdrawLinks } from './link-queries.ts';
import { dropDeputy } from './responsibility-queries.ts';

/** Whoever has left stands in for nobody, and no link of theirs opens. */
export async function letGo({ db, scopeId, now }: Context, personId: string): Promise<void> {
  await dropDeputy(db, scopeId, personId);
  await withdrawLinks(db, scopeId, personId, now);
}
