// Days as the directory counts them: dates in the school's own zone, a last day being still included.
import { z } from 'zod';

export const dayBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();

export const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

export const daySchema = z.iso
  .date('Write the date as year-month-day, for example 2026-09-03.')
  .refine((day) => day >= '1950-01-01' && day <= '2100-12-31', 'The year must lie between 1950 and 2100.');

export interface Held {
  readonly starts_on: string;
  readonly ends_on: string | null;
}

export const isHeldOn = ({ starts_on, ends_on }: Held, day: string): boolean =>
  starts_on <= day && (ends_on === null || ends_on >= day);

/** Do two stretches of days share one? */
export const overlap = (one: Held, other: Held): boolean =>
  (one.ends_on === null || one.ends_on >= other.starts_on) &&
  (other.ends_on === null || other.ends_on >= one.starts_on);
