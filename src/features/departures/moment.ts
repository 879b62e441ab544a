// The day and the time of an event, as somebody writes them, as a moment in the school's own zone; and whether it fits. Pure.
import { fail } from '#kernel/errors.ts';

export interface Stretch {
  readonly kind: 'beforehand' | 'afterwards';
  /** Local date and time. */
  readonly on: string;
  readonly time: string;
  /** Last local date of the leave asked for; null for what has happened. */
  readonly untilOn: string | null;
}

const LONGEST_DAYS = 366;

/** A time that the clocks skip in spring counts as the hour after. @throws naming the field that does not fit */
export function momentOf({ kind, on, time, untilOn }: Stretch, zone: string, at: Temporal.Instant): string {
  const local = Temporal.PlainDateTime.from(`${on}T${time}`);
  const moment = local.toZonedDateTime(zone).toInstant();
  const wrong = (field: string, message: string) =>
    fail.invalid({ code: 'time-not-possible', message, remedy: message, fields: [{ field, message }] });
  if (kind === 'afterwards') {
    if (Temporal.Instant.compare(moment, at) > 0)
      throw wrong('on', 'This lies ahead. Say that you ask beforehand, or put the day or time right.');
    if (untilOn !== null) throw wrong('untilOn', 'Leave can only be asked for beforehand: leave this empty.');
    return moment.toString();
  }
  if (Temporal.Instant.compare(moment, at) < 0)
    throw wrong('on', 'This has passed. Say that it has happened, or put the day or time right.');
  if (untilOn === null) throw wrong('untilOn', 'Say until which day: leave is given for a time.');
  const days = local.toPlainDate().until(Temporal.PlainDate.from(untilOn), { largestUnit: 'days' }).days;
  if (days < 0) throw wrong('untilOn', 'Choose the same day, or a later one.');
  if (days > LONGEST_DAYS) throw wrong('untilOn', 'A year at most: what is to last longer belongs in the policy.');
  return moment.toString();
}
