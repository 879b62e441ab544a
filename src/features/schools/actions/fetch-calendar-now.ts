// Look at the address of the calendar now, not only next week.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { keepers } from '../access.ts';
import { putSource, sourceRow } from '../calendar-queries.ts';
import { fetchCalendar } from '../jobs/fetch-calendar.ts';

export const fetchCalendarNow = defineAction({
  name: 'schools.fetchCalendarNow',
  kind: 'write',
  summary: 'Look at the address of the calendar now.',
  route: 'POST /school/calendar/fetch',
  scope: 'school',
  who: keepers,
  token: 'schools:write',
  perMinute: 6,
  input: z.object({}),
  output: z.object({}),
  errors: ['no-address'],
  controls: ['schools.calendar-import'],
}).handle(async ({ db, scopeId, now, enqueue }) => {
  const source = await sourceRow(db, scopeId);
  if (!source?.address) {
    throw fail.conflict({
      code: 'no-address',
      message: 'No address has been given for the calendar.',
      remedy: 'Give its address first.',
    });
  }
  await putSource(db, scopeId, { asked_at: now });
  enqueue(fetchCalendar, {}, { key: 'now' });
  return {};
});
