// Enter a term, a holiday, an INSET day or a closure.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { keepers } from '../access.ts';
import { lineFields } from '../calendar/calendar-line.ts';
import { calendarLines, holdCalendar, insertLines } from '../calendar-queries.ts';
import { requireSound } from '../require-sound.ts';

export const addCalendarLine = defineAction({
  name: 'schools.addCalendarLine',
  kind: 'write',
  summary: 'Enter a term, a holiday, an INSET day or a closure.',
  route: 'POST /school/calendar/lines',
  scope: 'school',
  who: keepers,
  token: 'schools:write',
  input: z.object(lineFields),
  output: z.object({ lineId: z.uuid() }),
  errors: ['line-not-sound'],
  controls: ['schools.calendar'],
  about: ({ kind }, { lineId }) => ({ kind, lineId }),
}).handle(async ({ db, scopeId, newId }, line) => {
  await holdCalendar(db, scopeId);
  requireSound(line, await calendarLines(db, scopeId));
  const lineId = newId();
  await insertLines(db, scopeId, [{ ...line, id: lineId }]);
  return { lineId };
});
