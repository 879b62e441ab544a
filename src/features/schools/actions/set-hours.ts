// Set the hours of each weekday.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { keepers } from '../access.ts';
import { setHoursRow } from '../calendar-queries.ts';
import { weeklyHoursSchema } from '../terms.ts';

export const setHours = defineAction({
  name: 'schools.setHours',
  kind: 'write',
  summary: 'Set from when to when the school is open on each weekday.',
  route: 'PUT /school/calendar/hours',
  scope: 'school',
  who: keepers,
  token: 'schools:write',
  input: z.object({ weeklyHours: weeklyHoursSchema }),
  output: z.object({}),
  controls: ['schools.calendar'],
}).handle(async ({ db, scopeId }, { weeklyHours }) => {
  await setHoursRow(db, scopeId, weeklyHours);
  return {};
});
