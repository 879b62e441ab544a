// What the holder of a personal link is shown before they choose a password.
import { z } from 'zod';
import { either, linkFor } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { schoolRow } from '#features/schools/index.ts';
import { openLink } from '../open-link.ts';
import { personName } from '../person.ts';

export const openInvitation = defineAction({
  name: 'people.openInvitation',
  kind: 'read',
  summary: 'See whose invitation this is, and to which school.',
  route: 'GET /invitation',
  scope: 'school',
  who: either(linkFor('join'), linkFor('recover')),
  input: z.object({}),
  output: z.object({
    purpose: z.enum(['join', 'recover']),
    name: z.string(),
    email: z.string(),
    school: z.string(),
    expiresAt: z.string(),
    loginId: z.string().nullable().describe('For a recovery: whose password is set'),
    keepsFactor: z.boolean().describe('Its holder asked for it themselves: their second factor stays as it is'),
  }),
  errors: ['already-joined', 'link-used', 'link-withdrawn', 'link-expired'],
  controls: ['people.personal-login'],
}).handle(async (context) => {
  const [{ link, person }, school] = await Promise.all([openLink(context), schoolRow(context.db, context.scopeId)]);
  return {
    purpose: link.purpose === 'join' ? ('join' as const) : ('recover' as const),
    name: personName(person),
    email: person.email,
    school: school?.name ?? '',
    expiresAt: link.expires_at,
    loginId: person.login_id,
    keepsFactor: link.self_asked,
  };
});
