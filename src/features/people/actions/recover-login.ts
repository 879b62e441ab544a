// Hand somebody who cannot sign in a link to set a new password. Everybody who decides is told.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { linkHanders } from '../access.ts';
import { makeLink } from '../make-link.ts';
import { notForOneself } from '../own-link.ts';

export const recoverLogin = defineAction({
  name: 'people.recover',
  kind: 'write',
  secretAnswer: true,
  summary: 'Make a link with which somebody who cannot sign in sets a new password.',
  route: 'POST /people/{personId}/recovery',
  scope: 'school',
  who: linkHanders,
  freshFactorMinutes: 30,
  perMinute: 20,
  input: z.object({ personId: z.uuid() }),
  output: z.object({
    invitationId: z.uuid(),
    token: z.string().describe('Shown this once: the link is the address of Gatepost, then /recover/, then this'),
    email: z.string().describe('The person’s own address; hand it over there or in person'),
    expiresAt: z.string(),
  }),
  errors: ['not-joined', 'no-address', 'your-own', 'belongs-elsewhere'],
  controls: ['people.personal-login'],
  about: ({ personId }, { invitationId }) => ({ person: personId, invitation: invitationId }),
}).handle((context, { personId }) => {
  notForOneself(context.actor, personId);
  return makeLink(context, personId, 'recover');
});
