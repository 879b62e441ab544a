// Say how you sign your posts.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { personFields } from '../person.ts';
import { updatePerson } from '../queries.ts';

export const changeSignOff = defineAction({
  name: 'people.changeSignOff',
  kind: 'write',
  summary: 'Say how you sign your posts.',
  route: 'PUT /me/sign-off',
  scope: 'school',
  who: anySignedIn,
  input: z.object({ signOff: personFields.signOff }),
  output: z.object({}),
}).handle(async ({ db, scopeId, personId, remark }, { signOff }) => {
  await updatePerson(db, scopeId, personId, { sign_off: signOff });
  remark({ people: [personId] });
  return {};
});
