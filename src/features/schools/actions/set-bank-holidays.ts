// Read a newer list of bank holidays than the one that Gatepost brings.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { dayInWords } from '#kernel/day-in-words.ts';
import { fail } from '#kernel/errors.ts';
import { keepers } from '../access.ts';
import { readHolidayFile, shippedHolidays } from '../calendar/bank-holidays.ts';
import { putHolidayList } from '../calendar-queries.ts';

export const setBankHolidays = defineAction({
  name: 'schools.setBankHolidays',
  kind: 'write',
  summary: 'Read a newer list of bank holidays, as the government publishes it.',
  route: 'PUT /school/bank-holidays',
  scope: 'school',
  who: keepers,
  token: 'schools:write',
  input: z.object({
    text: z
      .string()
      .max(1_000_000, 'A list of bank holidays is smaller than 1 MB.')
      .describe('The file bank-holidays.json of https://www.gov.uk/bank-holidays.json'),
  }),
  output: z.object({ knownUntil: z.string() }),
  errors: ['not-bank-holidays', 'older-bank-holidays'],
  controls: ['schools.bank-holidays'],
  about: (_, { knownUntil }) => ({ knownUntil }),
}).handle(async ({ db, scopeId, now }, { text }) => {
  const list = readHolidayFile(text);
  const wrong = (code: string, message: string) =>
    fail.invalid({
      code,
      message,
      remedy: 'Save the file from https://www.gov.uk/bank-holidays.json and choose that.',
      fields: [{ field: 'holidays', message }],
    });
  if (list === null) throw wrong('not-bank-holidays', 'This is not the government’s list of bank holidays.');
  const { knownUntil } = shippedHolidays('england-and-wales');
  if (list.knownUntil < knownUntil)
    throw wrong(
      'older-bank-holidays',
      `This list ends on ${dayInWords(list.knownUntil)}; what is known already reaches ${dayInWords(knownUntil)}.`,
    );
  await putHolidayList(db, scopeId, list, now);
  return { knownUntil: list.knownUntil };
});
