// Use up a recovery link once the new password is set.
import { z } from 'zod';
import { linkFor } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { spendLink, withdrawLinks } from '../link-queries.ts';
import { linkClosed, openLink } from '../open-link.ts';

export const markRecovered = defineAction({
  name: 'people.markRecovered',
  kind: 'write',
  summary: 'Note that the new password is set, so that the link stops working.',
  route: 'POST /invitation/recovered',
  scope: 'school',
  who: linkFor('recover'),
  input: z.object({}),
  output: z.object({ personId: z.uuid() }),
  errors: ['link-used', 'link-withdrawn', 'link-expired'],
  controls: ['people.personal-login'],
  about: (_, { personId }) => ({ person: personId }),
}).handle(async (context) => {
  const { link, person } = await openLink(context);
  if (!(await spendLink(context.db, context.scopeId, link.id, context.now))) throw linkClosed('used');
  await withdrawLinks(context.db, context.scopeId, person.id, context.now);
  context.remark({ people: [person.id] });
  return { personId: person.id };
});
