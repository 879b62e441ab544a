// Your own entry: name, job title, sign-off, roles, and how many notices wait.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf } from '#features/schools/index.ts';
import { unreadCount } from '../link-queries.ts';
import { personName } from '../person.ts';
import { personRow, rolesOf } from '../queries.ts';

export const readMe = defineAction({
  name: 'people.me',
  kind: 'read',
  summary: 'Read your own entry and your roles.',
  route: 'GET /me',
  scope: 'school',
  who: anySignedIn,
  token: 'people:read',
  input: z.object({}),
  output: z.object({
    id: z.uuid(),
    name: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    preferredName: z.string(),
    email: z.string(),
    jobTitle: z.string(),
    signOff: z.string(),
    roles: z.array(z.string()),
    unreadNotices: z.number(),
  }),
}).handle(async ({ db, scopeId, personId, at }) => {
  const [person, roles, unreadNotices] = await Promise.all([
    personRow(db, scopeId, personId),
    rolesOf(db, scopeId, personId, dayOf(at)),
    unreadCount(db, scopeId, personId),
  ]);
  if (!person) throw fail.notFound('person');
  return {
    id: person.id,
    name: personName(person),
    firstName: person.first_name,
    lastName: person.last_name,
    preferredName: person.preferred_name,
    email: person.email,
    jobTitle: person.job_title,
    signOff: person.sign_off,
    roles,
    unreadNotices,
  };
});
