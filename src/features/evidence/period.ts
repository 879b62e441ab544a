// The days that are looked at: this school year, unless somebody asks for others.
import { z } from 'zod';
import { fail } from '#kernel/errors.ts';
import { academicYear, academicYearOf, SCHOOL_ZONE } from '#features/schools/index.ts';

const day = z.iso.date('Write the date as year-month-day, for example 2026-09-01.');

export const periodFields = {
  since: day.optional().describe('First day that counts; the first of the school year, if left out'),
  until: day.optional().describe('Last day that counts; today, if left out'),
};

export const periodShape = z.object({ since: z.string(), until: z.string() });
export type Period = z.output<typeof periodShape>;

/** @param today in the school's own zone */
export function periodOf(
  asked: { readonly since?: string | undefined; readonly until?: string | undefined },
  today: string,
): Period {
  const until = asked.until ?? today;
  const since = asked.since ?? academicYear(academicYearOf(until)).from;
  if (since <= until) return { since, until };
  throw fail.invalid({
    code: 'period-turned-round',
    message: 'The first day comes after the last.',
    remedy: 'Change the two days round.',
    fields: [{ field: 'since', message: 'The first day comes after the last.' }],
  });
}

/** From the first moment of its first day, to before the first moment after its last. */
export function momentsOf({ since, until }: Period): { from: string; before: string } {
  const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime(SCHOOL_ZONE).toInstant().toString();
  return {
    from: midnight(Temporal.PlainDate.from(since)),
    before: midnight(Temporal.PlainDate.from(until).add({ days: 1 })),
  };
}
