// A linked policy of the register that still counts.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import type { EnteredPolicy } from './linked.ts';
import { enteredPolicies, holdReferences } from './queries.ts';

export async function knownPolicy({ db, scopeId }: Context, id: string): Promise<EnteredPolicy> {
  await holdReferences(db, scopeId);
  const found = (await enteredPolicies(db, scopeId)).find((one) => one.id === id);
  if (!found) throw fail.notFound('linked policy');
  return found;
}
