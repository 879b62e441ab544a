// Send somebody the personal link with which they join, to their own address.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { keepers } from '#features/schools/index.ts';
import { queueLink } from '../queue-link.ts';

export const sendInvitation = defineAction({
  name: 'mail.sendInvitation',
  kind: 'write',
  summary: 'Send somebody a personal link to join, to their own address.',
  route: 'POST /people/{personId}/invitation/mail',
  scope: 'school',
  who: keepers,
  freshFactorMinutes: 240,
  perMinute: 60,
  input: z.object({ personId: z.uuid() }),
  output: z.object({ invitationId: z.uuid(), email: z.string(), expiresAt: z.string() }),
  errors: ['already-joined', 'no-address', 'not-a-colleague', 'no-mail-server'],
  controls: ['people.personal-login', 'mail.once'],
  about: ({ personId }, { invitationId }) => ({ person: personId, invitation: invitationId }),
}).handle(async (context, { personId }) => {
  const { invitationId, email, expiresAt } = await queueLink(context, personId, 'join');
  return { invitationId, email, expiresAt };
});
