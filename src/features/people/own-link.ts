// Nobody makes a recovery link for themselves: whoever is signed in needs none.
import type { Actor } from '#kernel/actor.ts';
import { fail } from '#kernel/errors.ts';

export function notForOneself(actor: Actor, personId: string): void {
  if (actor.kind !== 'person' || actor.personId !== personId) return;
  throw fail.conflict({
    code: 'your-own',
    message: 'You are signed in, so you need no recovery link.',
    remedy: 'Change your password on your own page.',
  });
}
