// Who may take a signature with them: whoever gave it, and those who answer for the policy and for personal data.
import { allow, isPerson, type Allowed } from '#kernel/access.ts';
import type { Actor } from '#kernel/actor.ts';
import { fail } from '#kernel/errors.ts';

const KEEPERS = ['headteacher', 'chair-of-governors', 'administrator', 'data-protection-lead'];

export function exportable<S extends { readonly person_id: string }>(actor: Actor, signature: S): Allowed<S> {
  const own = isPerson(actor) && actor.personId === signature.person_id;
  if (own || actor.kind === 'operator' || (isPerson(actor) && KEEPERS.some((role) => actor.roles.has(role))))
    return allow(signature);
  throw fail.forbidden({
    code: 'not-your-signature',
    message: 'Only whoever signed it, or whoever answers for the policy, may export a signature.',
    remedy: 'Ask the headteacher or the chair of governors.',
  });
}
