// Set the school's terms, closed days and weekly hours.
import { defineAction } from '#kernel/action.ts';
import { z } from 'zod';
import { keepers } from '../access.ts';
import { replaceCalendar } from '../queries.ts';
import { calendarSchema } from '../school.ts';

export const setCalendar = defineAction({
  name: 'schools.setCalendar',
  kind: 'write',
  summary: 'Set the school’s terms, closed days and weekly hours.',
  route: 'PUT /school/calendar',
  scope: 'school',
  who: keepers,
  token: 'schools:write',
  input: calendarSchema,
  output: z.object({}),
  controls: ['schools.calendar'],
}).handle(async ({ db, scopeId, newId }, input) => {
  await replaceCalendar(db, scopeId, input, newId);
  return {};
});
