// Say at which address the calendar stands, so that it is looked at every week.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { keepers } from '../access.ts';
import { calendarAddressSchema } from '../calendar/calendar-address.ts';
import { putSource } from '../calendar-queries.ts';
import { fetchCalendar } from '../jobs/fetch-calendar.ts';

export const setCalendarAddress = defineAction({
  name: 'schools.setCalendarAddress',
  kind: 'write',
  summary: 'Say at which address the school’s calendar stands; it is looked at now, and then every week.',
  route: 'PUT /school/calendar/address',
  scope: 'school',
  who: keepers,
  token: 'schools:write',
  perMinute: 10,
  input: z.object({ address: calendarAddressSchema.describe('https:// or webcal://; empty = no longer') }),
  output: z.object({}),
  controls: ['schools.calendar-import'],
}).handle(async ({ db, scopeId, now, enqueue }, { address }) => {
  const isGiven = address !== '';
  await putSource(db, scopeId, {
    address: isGiven ? address : null,
    asked_at: isGiven ? now : null,
    fetched_at: null,
    outcome: null,
    problem: '',
  });
  if (isGiven) enqueue(fetchCalendar, {}, { key: 'now' });
  return {};
});
