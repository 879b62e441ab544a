// Make the personal link that another part of Gatepost wants sent by mail, and queue it.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { queueLink } from '../queue-link.ts';

export const sendWantedLink = defineAction({
  name: 'mail.sendWantedLink',
  kind: 'write',
  summary: 'Make a personal link and send it by mail, where another part of Gatepost asks for it.',
  route: 'POST /mail/links',
  scope: 'school',
  who: onlySystem,
  input: z.object({
    personId: z.uuid(),
    purpose: z.enum(['join', 'recover']),
    askedBy: z.uuid().nullable(),
  }),
  output: z.object({ invitationId: z.uuid() }),
  errors: ['already-joined', 'not-joined', 'no-address', 'not-a-colleague', 'belongs-elsewhere', 'no-mail-server'],
  controls: ['people.personal-login', 'mail.once'],
  about: ({ personId }, { invitationId }) => ({ person: personId, invitation: invitationId }),
}).handle(async (context, { personId, purpose, askedBy }) => {
  const { invitationId } = await queueLink(context, personId, purpose, { askedBy });
  return { invitationId };
});
