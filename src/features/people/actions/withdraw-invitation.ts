// Take back an invitation or recovery link that has not been used.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { keepers } from '#features/schools/index.ts';
import { withdrawLinks } from '../link-queries.ts';

export const withdrawInvitation = defineAction({
  name: 'people.withdrawInvitation',
  kind: 'write',
  summary: 'Take back an invitation or recovery link that has not been used.',
  route: 'DELETE /people/{personId}/invitation',
  scope: 'school',
  who: keepers,
  input: z.object({ personId: z.uuid() }),
  output: z.object({}),
  controls: ['people.personal-login'],
  about: ({ personId }) => ({ person: personId }),
}).handle(async ({ db, scopeId, now, remark }, { personId }) => {
  if ((await withdrawLinks(db, scopeId, personId, now)) === 0) throw fail.notFound('open link');
  remark({ people: [personId] });
  return {};
});
