// Refuses a line of the calendar that contradicts the others, at the field that is wrong.
import { fail } from '#kernel/errors.ts';
import { lineProblem, type CalendarLine } from './calendar/calendar-line.ts';

export function requireSound(line: CalendarLine, others: readonly CalendarLine[]): void {
  const problem = lineProblem(line, others);
  if (!problem) return;
  throw fail.invalid({
    code: 'line-not-sound',
    message: problem.message,
    remedy: 'Put the days right and send it again.',
    fields: [problem],
  });
}
