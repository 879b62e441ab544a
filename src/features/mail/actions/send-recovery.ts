// Send somebody who cannot sign in a link to set a new password, to their own address. Everybody who decides is told.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { linkHanders, notForOneself } from '#features/people/index.ts';
import { queueLink } from '../queue-link.ts';

export const sendRecovery = defineAction({
  name: 'mail.sendRecovery',
  kind: 'write',
  summary: 'Send somebody who cannot sign in a link to set a new password, to their own address.',
  route: 'POST /people/{personId}/recovery/mail',
  scope: 'school',
  who: linkHanders,
  freshFactorMinutes: 30,
  perMinute: 20,
  input: z.object({ personId: z.uuid() }),
  output: z.object({ invitationId: z.uuid(), email: z.string(), expiresAt: z.string() }),
  errors: ['not-joined', 'no-address', 'your-own', 'belongs-elsewhere', 'no-mail-server'],
  controls: ['people.personal-login', 'mail.once'],
  about: ({ personId }, { invitationId }) => ({ person: personId, invitation: invitationId }),
}).handle(async (context, { personId }) => {
  notForOneself(context.actor, personId);
  const { invitationId, email, expiresAt } = await queueLink(context, personId, 'recover');
  return { invitationId, email, expiresAt };
});
