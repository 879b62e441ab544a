// Put the calendar that waits away without taking it.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { keepers } from '../access.ts';
import { putSource } from '../calendar-queries.ts';

export const dropWaitingCalendar = defineAction({
  name: 'schools.dropWaitingCalendar',
  kind: 'write',
  summary: 'Put the calendar that waits away without taking it.',
  route: 'DELETE /school/calendar/waiting',
  scope: 'school',
  who: keepers,
  token: 'schools:write',
  input: z.object({}),
  output: z.object({}),
  controls: ['schools.calendar-import'],
}).handle(async ({ db, scopeId }) => {
  await putSource(db, scopeId, { waiting: null, waiting_name: '', waiting_since: null, outcome: null });
  return {};
});
