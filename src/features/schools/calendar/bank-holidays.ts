// Which days are bank holidays for a school, and until when that is known. Gatepost brings a list; a newer file can be read.
import { z } from 'zod';
import type { Holiday } from '../school-day.ts';
import { divisionSchema, type Division } from '../terms.ts';
import { SHIPPED_HOLIDAYS, SHIPPED_UNTIL } from './shipped-holidays.ts';

export interface BankHolidays {
  readonly holidays: readonly Holiday[];
  /** The last day that the list speaks of. */
  readonly knownUntil: string;
}

const byDate = (one: Holiday, other: Holiday): number => (one.date < other.date ? -1 : 1);

export const shippedHolidays = (division: Division): BankHolidays => ({
  holidays: Object.entries(SHIPPED_HOLIDAYS[division])
    .flatMap(([title, dates]) => dates.split(' ').map((date) => ({ date, title })))
    .toSorted(byDate),
  knownUntil: SHIPPED_UNTIL,
});

const holidaySchema = z.object({ date: z.iso.date(), title: z.string().min(1).max(100) });

export const holidayListSchema = z.object({
  divisions: z.record(divisionSchema, z.array(holidaySchema).max(1000)),
  knownUntil: z.iso.date(),
});
export type HolidayList = z.infer<typeof holidayListSchema>;

/** What was read from a file counts on the days that it speaks of; the rest comes with Gatepost. */
export function bankHolidaysOf(division: Division, read: HolidayList | null): BankHolidays {
  const shipped = shippedHolidays(division);
  if (read === null || read.knownUntil < shipped.knownUntil) return shipped;
  const newer = read.divisions[division].toSorted(byDate);
  const first = newer[0]?.date ?? shipped.knownUntil;
  return { holidays: [...shipped.holidays.filter(({ date }) => date < first), ...newer], knownUntil: read.knownUntil };
}

/** As https://www.gov.uk/bank-holidays.json is written. */
const govUkSchema = z.record(divisionSchema, z.object({ events: z.array(holidaySchema).min(8).max(1000) }));

/** @returns the list; null for a text that is not one */
export function readHolidayFile(text: string): HolidayList | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  const found = govUkSchema.safeParse(parsed);
  if (!found.success) return null;
  const divisions = Object.fromEntries(
    Object.entries(found.data).map(([division, { events }]) => [division, events]),
  ) as HolidayList['divisions'];
  // The list is made for whole years, and each year of it ends with Christmas.
  const lastYears = Object.values(divisions).map((holidays) =>
    Math.max(...holidays.filter(({ date }) => date.slice(5) >= '12-25').map(({ date }) => Number(date.slice(0, 4))), 0),
  );
  const last = Math.min(...lastYears);
  return last === 0 ? null : { divisions, knownUntil: `${last}-12-31` };
}
