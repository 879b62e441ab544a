// Write into the school's ledger what happened when somebody signed in, or tried to.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { isOwnNetwork, networksOf } from '#features/schools/index.ts';
import { notify } from '../notify.ts';

const EVENTS = [
  'login-created',
  'signed-in',
  'came-by-provider',
  'provider-linked',
  'provider-unlinked',
  'wrong-password',
  'locked',
  'factor-shown',
  'wrong-factor',
  'factor-added',
  'factor-removed',
  'passkey-added',
  'passkey-removed',
  'recovery-codes-made',
  'recovery-code-used',
  'signed-in-elsewhere',
  'signed-in-recovered',
  'password-set',
  'password-changed',
  'signed-out',
  'signed-out-everywhere',
] as const;

/** What the person should hear of at once, in case it was somebody else. `where` begins with "with" or "from", or is empty. */
const TOLD: Partial<Record<(typeof EVENTS)[number], (where: string) => string>> = {
  locked: (where) => `Somebody tried wrong passwords or codes for you${where}, so signing in was locked for a while.`,
  'provider-linked': () =>
    'An account of yours at Google, Microsoft or the like was joined to your login. You can part them on your own page.',
  'factor-removed': () => 'Your authenticator app was taken away from your login.',
  'passkey-added': (where) => `A passkey was added to your login${where}.`,
  'passkey-removed': () => 'A passkey was taken away from your login.',
  'recovery-code-used': (where) => `One of your recovery codes was used${where}.`,
  'signed-in-elsewhere': (where) => `Somebody signed in as you${where}, where you have not been before.`,
  'signed-in-recovered': (where) => `Somebody signed in as you${where}, the first time since the recovery link.`,
  'password-set': () => 'A new password was set for you with a recovery link.',
};

export const noteSignIn = defineAction({
  name: 'people.noteSignIn',
  kind: 'write',
  summary: 'Write into the ledger what happened when somebody signed in, or tried to.',
  route: 'POST /sign-in-events',
  scope: 'school',
  who: onlySystem,
  input: z.object({
    personId: z.uuid(),
    event: z.enum(EVENTS),
    device: z.string().max(200).optional().describe('What the browser says it is, in words'),
    ip: z.string().max(60).optional().describe('The network address'),
  }),
  output: z.object({}),
  controls: ['people.personal-login', 'people.second-factor'],
  about: ({ personId, event }) => ({ person: personId, event }),
}).handle(async (context, { personId, event, device, ip }) => {
  const say = TOLD[event];
  if (say !== undefined) {
    const networks = ip === undefined ? [] : await networksOf(context.db, context.scopeId);
    const text = say(whereOf(device, ip, networks));
    await notify(context, [personId], { kind: `people.${event}`, text, href: '/me/not-me', atOnce: true });
  }
  context.remark({ people: [personId] });
  return {};
});

/** What is known and no more: the address, and whether it is one of the school's. */
function whereOf(device: string | undefined, ip: string | undefined, networks: readonly string[]): string {
  const withDevice = device === undefined ? '' : ` with ${device}`;
  if (ip === undefined) return withDevice;
  return `${withDevice} from ${isOwnNetwork(networks, ip) ? 'your school’s network' : `the network address ${ip}`}`;
}
