// A moment as a letter says it: "10:00 on Friday 27 November 2026", by the clock of the school.
import { SCHOOL_ZONE } from '#features/schools/index.ts';

export function untilInWords(moment: string): string {
  const local = Temporal.Instant.from(moment).toZonedDateTimeISO(SCHOOL_ZONE);
  const day = local.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return `${local.toPlainTime().toString({ smallestUnit: 'minute' })} on ${day}`;
}
