// Say what events of an imported calendar are, where the guess was wrong. It is remembered for the next import.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { keepers } from '../access.ts';
import { eventKindSchema } from '../calendar/classify-event.ts';
import { holdCalendar, putSource, sourceRow } from '../calendar-queries.ts';
import { choicesOf } from '../waiting-calendar.ts';

const MOST_CHOICES = 5_000;

export const classifyEvents = defineAction({
  name: 'schools.classifyEvents',
  kind: 'write',
  summary: 'Say what events of an imported calendar are, where the guess was wrong.',
  route: 'PUT /school/calendar/choices',
  scope: 'school',
  who: keepers,
  token: 'schools:write',
  input: z.object({
    choices: z.array(z.object({ uid: z.string().min(1).max(300), kind: eventKindSchema })).max(MOST_CHOICES),
  }),
  output: z.object({}),
  errors: ['too-many-choices'],
  controls: ['schools.calendar-import'],
  about: ({ choices }) => ({ choices: choices.length }),
}).handle(async ({ db, scopeId }, { choices }) => {
  await holdCalendar(db, scopeId);
  const before = choicesOf(await sourceRow(db, scopeId));
  const after = { ...before, ...Object.fromEntries(choices.map(({ uid, kind }) => [uid, kind])) };
  if (Object.keys(after).length > MOST_CHOICES) {
    throw fail.invalid({
      code: 'too-many-choices',
      message: 'More than 5,000 events have been put right by hand.',
      remedy: 'Import a calendar that holds only the school’s own dates.',
    });
  }
  await putSource(db, scopeId, { choices: JSON.stringify(after) });
  return {};
});
