// Write down what came of looking at the calendar's address. A change waits for a person; nothing is taken by itself.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { isFailure } from '#kernel/errors.ts';
import { changesNothing } from '../calendar/plan-calendar.ts';
import { putSource, sourceRow } from '../calendar-queries.ts';
import { lookAt } from '../waiting-calendar.ts';

export const keepFetchedCalendar = defineAction({
  name: 'schools.keepFetchedCalendar',
  kind: 'write',
  summary: 'Write down what came of looking at the calendar’s address.',
  route: 'PUT /school/calendar/fetched',
  scope: 'school',
  who: onlySystem,
  input: z.object({
    address: z.string(),
    base64: z.base64().optional(),
    problem: z.string().max(500).optional(),
  }),
  output: z.object({ outcome: z.enum(['same', 'changed', 'failed', 'moved-away']) }),
  controls: ['schools.calendar-import'],
  about: (_, { outcome }) => ({ outcome }),
}).handle(async (context, { address, base64, problem }) => {
  const { db, scopeId, now } = context;
  const source = await sourceRow(db, scopeId);
  // Meanwhile somebody gave another address: what was fetched is nobody's any more.
  if (source?.address !== address) return { outcome: 'moved-away' as const };
  const failed = async (words: string) => {
    await putSource(db, scopeId, { fetched_at: now, outcome: 'failed', problem: words });
    return { outcome: 'failed' as const };
  };
  if (base64 === undefined) return failed(problem ?? 'It could not be fetched.');
  const bytes = Buffer.from(base64, 'base64');
  try {
    const { plan } = await lookAt(context, bytes);
    const none = changesNothing(plan);
    const outcome = none ? 'same' : 'changed';
    await putSource(db, scopeId, { fetched_at: now, outcome, problem: '' });
    if (!none) await putSource(db, scopeId, { waiting: bytes, waiting_name: '', waiting_since: now });
    // What waited from an earlier look is out of date; a file that somebody handed in is not.
    else if (source.waiting_since !== null && source.waiting_name === '')
      await putSource(db, scopeId, { waiting: null, waiting_since: null });
    return { outcome };
  } catch (error) {
    if (isFailure(error) && error.kind === 'invalid') return failed(error.message);
    throw error;
  }
});
