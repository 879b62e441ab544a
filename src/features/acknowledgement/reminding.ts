// When somebody is asked, reminded, and who else is told. Reminders never stop before an answer. Pure.
import type { Standing } from './standing.ts';

/** A reminder comes so many days before the day by which it should be done, and so often after it. */
export const EVERY_DAYS = 7;
const MANAGER_AFTER = 7;
const HEAD_AFTER = 14;

export interface Told {
  readonly times: number;
  /** The local day of the last time; null where they were never asked. */
  readonly last: string | null;
}

export interface Reminder {
  /** 0 = asked for the first time. */
  readonly n: number;
  readonly daysOver: number;
  readonly manager: boolean;
  readonly head: boolean;
}

/** @param now somebody asked for a reminder outright: it only waits until the next day after the last one */
export function reminderDue(
  standing: Standing,
  told: Told,
  today: string,
  more: { readonly now: boolean; readonly hasManager: boolean },
): Reminder | null {
  if (standing.state === 'confirmed' || standing.state === 'refused') return null;
  const over = standing.due === null ? -Infinity : daysBetween(standing.due, today);
  if (!isTime(over, told, today, more.now)) return null;
  return {
    n: told.times,
    daysOver: Math.max(0, Number.isFinite(over) ? over : 0),
    manager: more.hasManager && over >= MANAGER_AFTER,
    head: over >= (more.hasManager ? HEAD_AFTER : MANAGER_AFTER),
  };
}

function isTime(over: number, told: Told, today: string, now: boolean): boolean {
  if (told.last === null) return true;
  const since = daysBetween(told.last, today);
  if (now) return since >= 1;
  return over >= -EVERY_DAYS && since >= EVERY_DAYS;
}

const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
