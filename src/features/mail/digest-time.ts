// Whether somebody's digest is due: at their time, by the school's clock, once a day.

export interface DigestChoice {
  readonly digest: 'daily' | 'off';
  /** HH:MM */
  readonly at: string;
  readonly schoolDaysOnly: boolean;
}

/** Who has not chosen. */
export const DEFAULT_CHOICE: DigestChoice = { digest: 'daily', at: '07:30', schoolDaysOnly: true };

/** A digest that could not be sent at its time is still news for so long; then it is left for tomorrow. */
const LATE_HOURS = 6;

/**
 * @param lastOn the day of the last one, as YYYY-MM-DD
 * @param local now, by the school's clock
 */
export function digestIsDue(
  { digest, at, schoolDaysOnly }: DigestChoice,
  lastOn: string | null,
  local: Temporal.ZonedDateTime,
  isSchoolDay: boolean,
): boolean {
  if (digest === 'off' || (schoolDaysOnly && !isSchoolDay)) return false;
  if (lastOn !== null && lastOn >= local.toPlainDate().toString()) return false;
  const due = local
    .toPlainDate()
    .toZonedDateTime({ timeZone: local.timeZoneId, plainTime: Temporal.PlainTime.from(at) });
  const late = due.until(local).total('hours');
  return late >= 0 && late < LATE_HOURS;
}
