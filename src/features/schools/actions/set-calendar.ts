// Set the school's terms, closed days and weekly hours, all at once.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { keepers } from '../access.ts';
import { kindOfEvent } from '../calendar/classify-event.ts';
import type { CalendarLine, LineKind } from '../calendar/calendar-line.ts';
import { calendarLines, deleteLines, holdCalendar, insertLines, setHoursRow } from '../calendar-queries.ts';
import { calendarSchema } from '../school.ts';

export const setCalendar = defineAction({
  name: 'schools.setCalendar',
  kind: 'write',
  summary: 'Set the school’s terms, closed days and weekly hours, all at once.',
  route: 'PUT /school/calendar',
  scope: 'school',
  who: keepers,
  token: 'schools:write',
  input: calendarSchema,
  output: z.object({}),
  controls: ['schools.calendar'],
}).handle(async ({ db, scopeId, newId }, { terms, closures, weeklyHours }) => {
  await holdCalendar(db, scopeId);
  const wanted: CalendarLine[] = [
    ...terms.map((term) => ({ kind: 'term' as const, ...term })),
    ...closures.map(({ kind, date, until = date, why }) => ({
      kind: kind ?? kindFromWords(why),
      name: why,
      starts: date,
      ends: until,
    })),
  ];
  const kept = await calendarLines(db, scopeId);
  const isIn = (lines: readonly CalendarLine[]) => (line: CalendarLine) => lines.some((one) => isSame(one, line));
  await deleteLines(
    db,
    scopeId,
    kept.filter((line) => !isIn(wanted)(line)).map(({ id }) => id),
  );
  await insertLines(
    db,
    scopeId,
    wanted.filter((line) => !isIn(kept)(line)).map((line) => ({ ...line, id: newId() })),
  );
  await setHoursRow(db, scopeId, weeklyHours);
  return {};
});

/** What stands there already stays the line that it is, also for the next import. */
const isSame = (one: CalendarLine, other: CalendarLine): boolean =>
  one.kind === other.kind && one.name === other.name && one.starts === other.starts && one.ends === other.ends;

function kindFromWords(summary: string): LineKind {
  const kind = kindOfEvent({ summary, days: 1, hours: null });
  return kind === 'inset' || kind === 'holiday' ? kind : 'closure';
}
