// Join: the login just made, or the one somebody has from another school, becomes this person's.
import { z } from 'zod';
import { linkFor } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { spendLink } from '../link-queries.ts';
import { notify } from '../notify.ts';
import { alreadyJoined, linkClosed, openLink } from '../open-link.ts';
import { personName } from '../person.ts';
import { setLogin } from '../queries.ts';

export const acceptInvitation = defineAction({
  name: 'people.acceptInvitation',
  kind: 'write',
  summary: 'Join the school with a login of your own.',
  route: 'POST /invitation/accept',
  scope: 'school',
  who: linkFor('join'),
  input: z.object({ loginId: z.uuid() }),
  output: z.object({ personId: z.uuid() }),
  errors: ['link-used', 'link-withdrawn', 'link-expired', 'login-in-use', 'already-joined'],
  controls: ['people.personal-login'],
  about: (_, { personId }) => ({ person: personId }),
}).handle(async (context, { loginId }) => {
  const { db, scopeId, now } = context;
  const { link, person } = await openLink(context);
  if (!(await spendLink(db, scopeId, link.id, now))) throw linkClosed('used');
  if (!(await setLogin(db, scopeId, person.id, loginId))) throw alreadyJoined();
  if (link.created_by !== null) {
    const word = { kind: 'people.joined', text: `${personName(person)} has joined.`, href: `/people/${person.id}` };
    await notify(context, [link.created_by], word);
  }
  context.remark({ people: [person.id] });
  return { personId: person.id };
});
