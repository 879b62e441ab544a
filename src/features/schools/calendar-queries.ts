// Every statement about the school's calendar: its lines, where it comes from, newer bank holidays.
import type { Db } from '#kernel/context.ts';
import type { EventLine, KeptLine } from './calendar/plan-calendar.ts';
import type { CalendarLine, LineKind } from './calendar/calendar-line.ts';
import type { HolidayList } from './calendar/bank-holidays.ts';
import type { WeeklyHours } from './terms.ts';

/** In the order of their days. */
export async function calendarLines(db: Db, schoolId: string): Promise<KeptLine[]> {
  const rows = await db
    .selectFrom('calendar_line')
    .selectAll()
    .where('school_id', '=', schoolId)
    .orderBy('starts_on')
    .orderBy('ends_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as LineKind,
    name: row.name,
    starts: row.starts_on,
    ends: row.ends_on,
    eventKey: row.event_key,
  }));
}

/** One change at a time: what was looked at still stands when it is written. */
export const holdCalendar = (db: Db, schoolId: string) =>
  db.selectFrom('school').select('id').where('id', '=', schoolId).forUpdate().execute();

const columns = ({ kind, name, starts, ends }: CalendarLine) => ({ kind, name, starts_on: starts, ends_on: ends });

export async function insertLines(
  db: Db,
  schoolId: string,
  lines: readonly (CalendarLine & { readonly id: string; readonly key?: string })[],
): Promise<void> {
  if (lines.length === 0) return;
  await db
    .insertInto('calendar_line')
    .values(lines.map((line) => ({ school_id: schoolId, id: line.id, ...columns(line), event_key: line.key ?? null })))
    .execute();
}

export async function updateLine(db: Db, schoolId: string, id: string, line: CalendarLine): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('calendar_line')
    .set(columns(line))
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** The line is this event from now on. */
export const joinLineToEvent = (db: Db, schoolId: string, id: string, event: EventLine) =>
  db
    .updateTable('calendar_line')
    .set({ ...columns(event), event_key: event.key })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .execute();

/** The lines stay, as if entered by hand. */
export async function partLinesFromEvents(db: Db, schoolId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('calendar_line')
    .set({ event_key: null })
    .where('school_id', '=', schoolId)
    .where('id', 'in', ids)
    .execute();
}

export async function deleteLines(db: Db, schoolId: string, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { numDeletedRows } = await db
    .deleteFrom('calendar_line')
    .where('school_id', '=', schoolId)
    .where('id', 'in', ids)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

export const setHoursRow = (db: Db, schoolId: string, hours: WeeklyHours) =>
  db
    .updateTable('school')
    .set({ hours: JSON.stringify(hours) })
    .where('id', '=', schoolId)
    .execute();

/** Where the calendar comes from, without the file that waits. */
export const sourceRow = (db: Db, schoolId: string) =>
  db
    .selectFrom('calendar_source')
    .select([
      'address',
      'asked_at',
      'fetched_at',
      'outcome',
      'problem',
      'waiting_name',
      'waiting_since',
      'choices',
      'taken_at',
    ])
    .where('school_id', '=', schoolId)
    .executeTakeFirst();

export async function waitingFile(db: Db, schoolId: string): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('calendar_source')
    .select('waiting')
    .where('school_id', '=', schoolId)
    .executeTakeFirst();
  return row?.waiting ?? null;
}

export interface SourceChange {
  readonly address?: string | null;
  readonly asked_at?: string | null;
  readonly fetched_at?: string | null;
  readonly outcome?: 'same' | 'changed' | 'failed' | null;
  readonly problem?: string;
  readonly waiting?: Buffer | null;
  readonly waiting_name?: string;
  readonly waiting_since?: string | null;
  readonly choices?: string;
  readonly taken_at?: string;
}

export const putSource = (db: Db, schoolId: string, change: SourceChange) =>
  db
    .insertInto('calendar_source')
    .values({ school_id: schoolId, ...change })
    .onConflict((conflict) => conflict.column('school_id').doUpdateSet(change))
    .execute();

export async function holidayListRow(db: Db, schoolId: string): Promise<HolidayList | null> {
  const row = await db
    .selectFrom('bank_holiday_list')
    .select(['divisions', 'known_until'])
    .where('school_id', '=', schoolId)
    .executeTakeFirst();
  return row ? { divisions: row.divisions as HolidayList['divisions'], knownUntil: row.known_until } : null;
}

export async function putHolidayList(db: Db, schoolId: string, list: HolidayList, now: string): Promise<void> {
  const change = { divisions: JSON.stringify(list.divisions), known_until: list.knownUntil, read_at: now };
  await db
    .insertInto('bank_holiday_list')
    .values({ school_id: schoolId, ...change })
    .onConflict((conflict) => conflict.column('school_id').doUpdateSet(change))
    .execute();
}
