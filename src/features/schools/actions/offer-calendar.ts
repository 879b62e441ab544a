// Hand in a calendar file to be looked at. Nothing of the school's calendar is changed by it.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { keepers } from '../access.ts';
import { MOST_BYTES } from '../calendar/read-calendar-file.ts';
import { putSource } from '../calendar-queries.ts';
import { lookAt } from '../waiting-calendar.ts';

const tooLarge = 'A calendar of more than 10 MB is not read.';

export const offerCalendar = defineAction({
  name: 'schools.offerCalendar',
  kind: 'write',
  summary: 'Hand in an iCalendar file to be looked at. Nothing of the calendar is changed yet.',
  route: 'PUT /school/calendar/waiting',
  scope: 'school',
  who: keepers,
  token: 'schools:write',
  perMinute: 20,
  largeInput: true,
  input: z.object({
    text: z.string().max(MOST_BYTES, tooLarge).optional().describe('The calendar as text'),
    base64: z
      .base64('This is not base64.')
      .max(Math.ceil(MOST_BYTES / 3) * 4, tooLarge)
      .optional()
      .describe('The bytes of the file'),
    name: z.string().trim().min(1).max(200).default('calendar.ics').describe('What the file is called'),
  }),
  output: z.object({ events: z.number() }),
  errors: ['calendar-not-usable', 'no-calendar'],
  controls: ['schools.calendar-import'],
  about: (_, { events }) => ({ events }),
}).handle(async (context, { text, base64, name }) => {
  const { db, scopeId, now } = context;
  if (text === undefined && base64 === undefined) {
    const message = 'Choose a calendar file.';
    throw fail.invalid({ code: 'no-calendar', message, fields: [{ field: 'file', message }] });
  }
  const bytes = base64 === undefined ? Buffer.from(text!) : Buffer.from(base64, 'base64');
  const { file } = await lookAt(context, bytes);
  await putSource(db, scopeId, { waiting: bytes, waiting_name: name, waiting_since: now });
  return { events: file.series.length };
});
