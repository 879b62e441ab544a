// Take the calendar that waits, exactly as it was shown: all of it, or nothing.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { keepers } from '../access.ts';
import {
  deleteLines,
  holdCalendar,
  insertLines,
  joinLineToEvent,
  partLinesFromEvents,
  putSource,
} from '../calendar-queries.ts';
import { lookAtWaiting } from '../waiting-calendar.ts';

export const takeWaitingCalendar = defineAction({
  name: 'schools.takeWaitingCalendar',
  kind: 'write',
  summary: 'Take the calendar that waits, exactly as it was shown: all of it, or nothing.',
  route: 'POST /school/calendar/waiting/take',
  scope: 'school',
  who: keepers,
  token: 'schools:write',
  input: z.object({
    seen: z.string().max(100).describe('The digest of what was shown'),
    missing: z
      .enum(['remove', 'keep'])
      .default('remove')
      .describe('What is no longer in it: taken out of the calendar, or kept as if entered by hand'),
  }),
  output: z.object({ added: z.number(), moved: z.number(), gone: z.number() }),
  errors: ['changed-meanwhile', 'calendar-not-sound'],
  controls: ['schools.calendar-import'],
  about: (_, counts) => counts,
}).handle(async (context, { seen, missing }) => {
  const { db, scopeId, now, newId } = context;
  await holdCalendar(db, scopeId);
  const { plan } = await lookAtWaiting(context);
  if (plan.digest !== seen) {
    throw fail.conflict({
      code: 'changed-meanwhile',
      message: 'The calendar, or what it is compared with, has changed since you looked. Nothing was taken.',
      remedy: 'Look at it once more.',
    });
  }
  if (plan.problems.length > 0) {
    throw fail.conflict({
      code: 'calendar-not-sound',
      message: `It cannot be taken like this. ${plan.problems[0]}`,
      remedy: 'Say of one of these events that it does not count, or put the calendar right where it comes from.',
    });
  }
  const goneIds = plan.gone.map(({ id }) => id);
  if (missing === 'remove') await deleteLines(db, scopeId, goneIds);
  else await partLinesFromEvents(db, scopeId, goneIds);
  for (const { before, after } of [...plan.moved, ...plan.known]) await joinLineToEvent(db, scopeId, before.id, after);
  await insertLines(
    db,
    scopeId,
    plan.added.map((line) => ({ ...line, id: newId() })),
  );
  await putSource(db, scopeId, {
    waiting: null,
    waiting_name: '',
    waiting_since: null,
    outcome: null,
    taken_at: now,
  });
  return { added: plan.added.length, moved: plan.moved.length, gone: missing === 'remove' ? goneIds.length : 0 };
});
