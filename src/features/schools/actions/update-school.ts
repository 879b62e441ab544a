// Change the school's details.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { keepers } from '../access.ts';
import { updateSchool as updateSchoolRow } from '../queries.ts';
import { schoolDetails } from '../school.ts';

export const updateSchool = defineAction({
  name: 'schools.update',
  kind: 'write',
  summary: 'Change the school’s details: name, division, addresses, statement of ethos.',
  route: 'PUT /school',
  scope: 'school',
  who: keepers,
  token: 'schools:write',
  input: z.object(schoolDetails),
  output: z.object({}),
  controls: ['schools.ethos', 'schools.calendar'],
}).handle(async ({ db, scopeId }, input) => {
  await updateSchoolRow(db, scopeId, input);
  return {};
});
