// Who may: denied unless the action says otherwise, before anything is read or written.
import type { AnyAction } from './action.ts';
import type { Actor } from './actor.ts';
import { fail } from './errors.ts';

/** @throws `unauthenticated` or `forbidden`, with what to do about it */
export function admit(actor: Actor, action: AnyAction, at: Temporal.Instant): void {
  if (action.scope !== 'public' && actor.kind === 'visitor') throw fail.unauthenticated();
  if (!action.who.allows(actor) || !inItsScope(actor, action)) {
    if (actor.kind === 'visitor') throw fail.unauthenticated();
    throw fail.forbidden({
      code: 'not-yours-to-do',
      message: `Only ${action.who.words} may do this.`,
      remedy: 'Ask one of them, or ask your administrator to change who holds that responsibility.',
    });
  }
  if (actor.kind !== 'person') return;
  if (actor.factorMissing === true && action.scope !== 'public') {
    throw fail.forbidden({
      code: 'second-factor-needed',
      message: 'Your role signs in with a second factor, and you have none yet.',
      remedy: 'Open your own page and join an authenticator app; it takes two minutes.',
    });
  }
  if (actor.via === 'token' && (action.token === undefined || !actor.scopes?.has(action.token))) {
    throw fail.forbidden({
      code: 'token-not-enough',
      message:
        action.token === undefined
          ? 'No access token may do this: it needs a person who is signed in.'
          : `This access token does not carry the scope ${action.token}.`,
      remedy:
        action.token === undefined
          ? 'Sign in and do it on the page.'
          : 'Make a token with that scope on your own page.',
    });
  }
  if (action.freshFactorMinutes !== undefined) {
    const limit = at.subtract({ minutes: action.freshFactorMinutes });
    if (actor.factorAt === null || Temporal.Instant.compare(actor.factorAt, limit) < 0) {
      throw fail.forbidden({
        code: 'fresh-factor-needed',
        message: 'Show once more that it is you.',
        remedy: 'Confirm with your code or your password, then do it again.',
      });
    }
  }
}

/** Somebody who acts for a trust does nothing of a school by that, and nobody acts for a trust by what they are at a school. */
const inItsScope = (actor: Actor, { scope }: AnyAction): boolean =>
  actor.kind !== 'person' || (actor.of === 'trust' ? scope !== 'school' : scope !== 'trust');
