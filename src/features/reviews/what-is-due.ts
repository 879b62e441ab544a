// What Gatepost has to do about the review this morning: open it, remind its reviewers, or nothing.
import type { Context } from '#kernel/context.ts';
import { remindersSent } from '#features/references/index.ts';
import { daysUntil, OPENS_BEFORE, reminderDue, reminderKey } from './next-review.ts';
import { reviewCalendar, type ReviewCalendar } from './when.ts';

export interface DueNow {
  readonly calendar: ReviewCalendar;
  readonly dueOn: string;
  readonly opens: boolean;
  /** The reminder to send, by its name; null when it was sent, or none is due. */
  readonly reminder: string | null;
}

/** @returns null when nothing is to be done */
export async function whatIsDue(context: Pick<Context, 'db' | 'scopeId' | 'at' | 'policy'>): Promise<DueNow | null> {
  const calendar = await reviewCalendar(context);
  const { next, open, today } = calendar;
  const dueOn = open?.due_on ?? next?.dueOn;
  if (dueOn === undefined) return null;
  const opens = open === undefined && daysUntil(today, dueOn) <= OPENS_BEFORE;
  const reached = reminderDue(dueOn, today);
  const key = reached === null ? null : reminderKey(dueOn, reached);
  const isSent = key === null || (await remindersSent(context.db, context.scopeId, [key])).has(key);
  return opens || !isSent ? { calendar, dueOn, opens, reminder: isSent ? null : key } : null;
}
