// Take a line out of the calendar.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { keepers } from '../access.ts';
import { deleteLines } from '../calendar-queries.ts';

export const endCalendarLine = defineAction({
  name: 'schools.endCalendarLine',
  kind: 'write',
  summary: 'Take a term, a holiday, an INSET day or a closure out of the calendar.',
  route: 'DELETE /school/calendar/lines/{lineId}',
  scope: 'school',
  who: keepers,
  token: 'schools:write',
  input: z.object({ lineId: z.uuid() }),
  output: z.object({}),
  controls: ['schools.calendar'],
  about: ({ lineId }) => ({ lineId }),
}).handle(async ({ db, scopeId }, { lineId }) => {
  if ((await deleteLines(db, scopeId, [lineId])) === 0) throw fail.notFound('line of the calendar');
  return {};
});
