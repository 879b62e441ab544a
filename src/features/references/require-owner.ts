// The owner of a document is somebody who works for the school today.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf, rolesOf } from '#features/people/index.ts';

/** @throws for somebody who has left, is not in the directory, or is a pupil */
export async function requireOwner({ db, scopeId, at }: Context, ownerId: string | null): Promise<void> {
  if (ownerId === null) return;
  const roles = await rolesOf(db, scopeId, ownerId, dayOf(at));
  if (roles.some((role) => role !== 'pupil' && role !== 'carer')) return;
  const message = 'The owner must work for the school today.';
  throw fail.invalid({
    code: 'no-such-owner',
    message,
    remedy: 'Choose somebody from the directory.',
    fields: [{ field: 'ownerId', message }],
  });
}
