// The calendar that waits to be looked at, read anew each time: what is in it, and what taking it would change.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { horizonAround } from './calendar/academic-year.ts';
import type { EventKind } from './calendar/classify-event.ts';
import { planCalendar, type CalendarPlan, type KeptLine } from './calendar/plan-calendar.ts';
import { readCalendarFile, type CalendarFile } from './calendar/read-calendar-file.ts';
import { calendarLines, sourceRow, waitingFile } from './calendar-queries.ts';
import { dayOf } from './school-day.ts';

export interface LookedAt {
  readonly file: CalendarFile;
  readonly plan: CalendarPlan;
  /** The calendar as it stands. */
  readonly lines: readonly KeptLine[];
}

/** @throws invalid, in plain words, for what is no calendar */
export async function lookAt(context: Context, bytes: Uint8Array): Promise<LookedAt> {
  const { db, scopeId, at } = context;
  const [source, lines] = await Promise.all([sourceRow(db, scopeId), calendarLines(db, scopeId)]);
  const today = dayOf(at);
  const file = readCalendarFile(bytes, horizonAround(today), choicesOf(source));
  if (!file.ok) {
    const { message, remedy } = file;
    throw fail.invalid({ code: 'calendar-not-usable', message, remedy, fields: [{ field: 'file', message }] });
  }
  return { file, plan: planCalendar(file, lines, today), lines };
}

/** @throws not-found when nothing waits */
export async function lookAtWaiting(context: Context): Promise<LookedAt> {
  const bytes = await waitingFile(context.db, context.scopeId);
  if (bytes === null) throw fail.notFound('calendar that waits to be looked at');
  return lookAt(context, bytes);
}

export const choicesOf = (source: { readonly choices: unknown } | undefined): Record<string, EventKind> =>
  (source?.choices ?? {}) as Record<string, EventKind>;
