// Open questions that have waited too long, and whose reminder of this week has not gone out yet.
import type { Context } from '#kernel/context.ts';
import { dayOf } from '#features/people/index.ts';
import { localDate } from '#features/policy/index.ts';
import { remindersSent } from '#features/references/index.ts';
import { openQuestionRows } from './queries.ts';
import { remindersBy } from './waiting.ts';

export interface ReminderDue {
  readonly askedBy: string;
  /** The how-manieth reminder it is. */
  readonly nth: number;
  /** Noted once, so that it goes out once. */
  readonly key: string;
}

export async function remindersDue({ db, scopeId, at }: Context): Promise<readonly ReminderDue[]> {
  const [today, open] = await Promise.all([localDate(db, scopeId, at), openQuestionRows(db, scopeId)]);
  const late = open
    .map(({ id, asked_by: askedBy, asked_at: askedAt }) => {
      const nth = remindersBy(dayOf(Temporal.Instant.from(askedAt)), today);
      return { askedBy, nth, key: `question:${id}:${nth}` };
    })
    .filter(({ nth }) => nth > 0);
  const sent = await remindersSent(
    db,
    scopeId,
    late.map(({ key }) => key),
  );
  return late.filter(({ key }) => !sent.has(key));
}
