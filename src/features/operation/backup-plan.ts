// When a backup is due, and when it is worth a word that there is none.
import type { Duty } from '#kernel/duty.ts';

/** After a failure it is tried again after so long. */
const AGAIN_AFTER = { minutes: 60 } as const;
const HOURS_A_DAY = 24;
/** No good one for so long is worth a word. */
export const OLD_AFTER_DAYS = 2;

export interface PlannedTime {
  /** `HH:MM` in the school's zone; null when nothing is planned. */
  readonly dailyAt: string | null;
  readonly setAt: string;
}

export interface LastBackups {
  /** When the newest good one was begun; null when there was never any. */
  readonly good: string | null;
  /** When the newest that failed was ended. */
  readonly failed: string | null;
}

/** The newest planned moment that has come, today's or yesterday's. */
export function lastPlannedMoment(dailyAt: string, now: Temporal.Instant, zone: string): Temporal.Instant {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const on = (day: Temporal.PlainDate) =>
    day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(dailyAt) }).toInstant();
  const todays = on(today);
  return Temporal.Instant.compare(todays, now) <= 0 ? todays : on(today.subtract({ days: 1 }));
}

export function isDue(
  { dailyAt, setAt }: PlannedTime,
  last: LastBackups,
  now: Temporal.Instant,
  zone: string,
): boolean {
  if (dailyAt === null) return false;
  const moment = lastPlannedMoment(dailyAt, now, zone);
  const before = (one: string, other: Temporal.Instant) =>
    Temporal.Instant.compare(Temporal.Instant.from(one), other) < 0;
  if (!before(setAt, moment)) return false; // planned after that moment had passed
  if (last.good !== null && !before(last.good, moment)) return false;
  return last.failed === null || before(last.failed, now.subtract(AGAIN_AFTER));
}

export interface BackupWorry {
  readonly thing: 'backup-none' | 'backup-failed' | 'backup-old';
  readonly title: string;
  readonly detail: string;
  readonly urgency: Duty['urgency'];
}

/** @param problem of the newest failure */
export function backupWorry(
  last: LastBackups & { readonly problem: string },
  now: Temporal.Instant,
): BackupWorry | null {
  const failedSince = last.failed !== null && (last.good === null || last.good < last.failed);
  if (failedSince) {
    return { thing: 'backup-failed', title: 'The last backup failed', detail: last.problem, urgency: 'overdue' };
  }
  if (last.good === null) {
    return {
      thing: 'backup-none',
      title: 'There is no backup yet',
      detail:
        'Say when backups are made. They are locked for a recovery key, which is made on the machine: gatepost backup key.',
      urgency: 'soon',
    };
  }
  const days = Math.floor(now.since(Temporal.Instant.from(last.good)).total('hours') / HOURS_A_DAY);
  if (days < OLD_AFTER_DAYS) return null;
  return {
    thing: 'backup-old',
    title: `The last good backup is ${days} days old`,
    detail: 'What was done since then would be lost with this machine.',
    urgency: 'overdue',
  };
}
