// Make a personal link with which somebody joins. It is shown once; we keep only its SHA-256.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { keepers } from '#features/schools/index.ts';
import { makeLink } from '../make-link.ts';

export const invitePerson = defineAction({
  name: 'people.invite',
  kind: 'write',
  secretAnswer: true,
  summary: 'Make a personal link with which somebody joins.',
  route: 'POST /people/{personId}/invitation',
  scope: 'school',
  who: keepers,
  freshFactorMinutes: 240,
  perMinute: 60,
  input: z.object({ personId: z.uuid() }),
  output: z.object({
    invitationId: z.uuid(),
    token: z.string().describe('Shown this once: the link is the address of Gatepost, then /join/, then this'),
    email: z.string().describe('The person’s own address; send it nowhere else'),
    expiresAt: z.string(),
  }),
  errors: ['already-joined', 'no-address', 'not-a-colleague'],
  controls: ['people.personal-login'],
  about: ({ personId }, { invitationId }) => ({ person: personId, invitation: invitationId }),
}).handle((context, { personId }) => makeLink(context, personId, 'join'));
