// Write into the school's ledger what happened when somebody signed in, or tried to.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { notify } from '../notify.ts';

const EVENTS = [
  'login-created',
  'signed-in',
  'wrong-password',
  'locked',
  'factor-shown',
  'wrong-factor',
  'factor-added',
  'factor-removed',
  'password-set',
  'password-changed',
  'signed-out',
  'signed-out-everywhere',
] as const;

/** What the person should hear of, in case it was somebody else. */
const TOLD: Partial<Record<(typeof EVENTS)[number], string>> = {
  locked: 'Somebody tried wrong passwords or codes for you, so signing in was locked for a while.',
  'factor-removed': 'Your authenticator app was taken away from your login.',
  'password-set': 'A new password was set for you with a recovery link.',
};

export const noteSignIn = defineAction({
  name: 'people.noteSignIn',
  kind: 'write',
  summary: 'Write into the ledger what happened when somebody signed in, or tried to.',
  route: 'POST /sign-in-events',
  scope: 'school',
  who: onlySystem,
  input: z.object({ personId: z.uuid(), event: z.enum(EVENTS) }),
  output: z.object({}),
  controls: ['people.personal-login', 'people.second-factor'],
  about: ({ personId, event }) => ({ person: personId, event }),
}).handle(async (context, { personId, event }) => {
  const text = TOLD[event];
  if (text !== undefined) await notify(context, [personId], { kind: `people.${event}`, text, href: '/me' });
  context.remark({ people: [personId] });
  return {};
});
