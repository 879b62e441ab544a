// Say which addresses, numbers and sites are the school’s own.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { keepers } from '../access.ts';
import { replaceOwnContacts } from '../queries.ts';
import { ownContactSchema } from '../school.ts';

export const setOwnContacts = defineAction({
  name: 'schools.setOwnContacts',
  kind: 'write',
  summary: 'Say which addresses, numbers and sites are the school’s own.',
  route: 'PUT /school/own-contacts',
  scope: 'school',
  who: keepers,
  token: 'schools:write',
  input: z.object({ contacts: z.array(ownContactSchema).max(200, 'At most 200.') }),
  output: z.object({}),
  controls: ['schools.own-contacts'],
}).handle(async ({ db, scopeId, newId }, { contacts }) => {
  await replaceOwnContacts(db, scopeId, contacts, newId);
  return {};
});
