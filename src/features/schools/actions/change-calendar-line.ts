// Change what a line of the calendar is, is called, or when it is.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { keepers } from '../access.ts';
import { lineFields } from '../calendar/calendar-line.ts';
import { calendarLines, holdCalendar, updateLine } from '../calendar-queries.ts';
import { requireSound } from '../require-sound.ts';

export const changeCalendarLine = defineAction({
  name: 'schools.changeCalendarLine',
  kind: 'write',
  summary: 'Change what a line of the calendar is, is called, or when it is.',
  route: 'PUT /school/calendar/lines/{lineId}',
  scope: 'school',
  who: keepers,
  token: 'schools:write',
  input: z.object({ lineId: z.uuid(), ...lineFields }),
  output: z.object({}),
  errors: ['line-not-sound'],
  controls: ['schools.calendar'],
  about: ({ lineId, kind }) => ({ lineId, kind }),
}).handle(async ({ db, scopeId }, { lineId, ...line }) => {
  await holdCalendar(db, scopeId);
  const others = (await calendarLines(db, scopeId)).filter(({ id }) => id !== lineId);
  requireSound(line, others);
  if (!(await updateLine(db, scopeId, lineId, line))) throw fail.notFound('line of the calendar');
  return {};
});
