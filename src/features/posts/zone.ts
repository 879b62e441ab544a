// The school’s own zone, and a moment said in it.
import type { Db } from '#kernel/context.ts';
import { schoolRow } from '#features/schools/index.ts';

export const zoneOf = async (db: Db, schoolId: string): Promise<string> =>
  (await schoolRow(db, schoolId))?.zone ?? 'Europe/London';

/** "today at 09:05", or "on Friday 20 November at 15:30". @param now ISO instant, as the moment to be said is */
export function momentInWords(instant: string, zone: string, now: string): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate();
  const clock = at.toPlainTime().toString({ smallestUnit: 'minute' });
  if (at.toPlainDate().equals(today)) return `today at ${clock}`;
  const day = at.toPlainDate().toLocaleString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(at.year === today.year ? {} : { year: 'numeric' }),
  });
  return `on ${day.replace(',', '')} at ${clock}`;
}
