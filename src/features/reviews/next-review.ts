// When the policy is reviewed next, and when its reviewers are reminded. Pure.
import type { Cause } from './causes.ts';

export interface ReviewBasis {
  /** The day on which the policy in force was adopted, or put in force by set-up. */
  readonly adoptedOn: string;
  /** No policy was adopted before it. */
  readonly isFirst: boolean;
  /** The day on which a review was closed last; null while there was none. */
  readonly reviewedOn: string | null;
  readonly months: number | null;
  readonly firstMonths: number | null;
  readonly raised: readonly { readonly cause: Cause; readonly dueOn: string }[];
}

export interface NextReview {
  readonly dueOn: string;
  readonly why: 'interval' | 'first-interval' | Cause;
}

/** A next date there always is: where the policy names no interval it is a year. */
const A_YEAR = 12;

export function nextReview(basis: ReviewBasis): NextReview {
  const { adoptedOn, isFirst, reviewedOn, months, firstMonths, raised } = basis;
  const isFirstInterval = isFirst && reviewedOn === null && firstMonths !== null;
  const from = reviewedOn !== null && reviewedOn > adoptedOn ? reviewedOn : adoptedOn;
  const byInterval: NextReview = {
    dueOn: monthsAfter(from, (isFirstInterval ? firstMonths : months) ?? A_YEAR),
    why: isFirstInterval ? 'first-interval' : 'interval',
  };
  const earliest = raised.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1))[0];
  return earliest && earliest.dueOn < byInterval.dueOn ? { dueOn: earliest.dueOn, why: earliest.cause } : byInterval;
}

/** The same day of the month, or its last: a year after 29 February is 28 February. */
export const monthsAfter = (day: string, months: number): string =>
  Temporal.PlainDate.from(day).add({ months }).toString();

export const daysUntil = (today: string, day: string): number => Temporal.PlainDate.from(today).until(day).days;

export const REMINDED_BEFORE = [90, 30, 7] as const;
/** From then on the review is open and stands on each reviewer’s list. */
export const OPENS_BEFORE = 30;
export const MAY_START_BEFORE = 90;

export interface Reminder {
  readonly on: string;
  readonly daysBefore: number;
}

/** The days on which reviewers are reminded. */
export const remindersFor = (dueOn: string): Reminder[] =>
  REMINDED_BEFORE.map((daysBefore) => ({
    on: Temporal.PlainDate.from(dueOn).subtract({ days: daysBefore }).toString(),
    daysBefore,
  }));

/** How a reminder is noted, so that it goes out once for one due day. */
export const reminderKey = (dueOn: string, reminder: string): string => `review:${dueOn}:${reminder}`;

/** Which reminder is due today, by a name that is used once; every week once the day has passed. */
export function reminderDue(dueOn: string, today: string): string | null {
  const left = daysUntil(today, dueOn);
  if (left < 0) return `late-${Math.ceil(-left / 7)}`;
  const reached = REMINDED_BEFORE.toReversed().find((days) => left <= days);
  return reached === undefined ? null : `before-${reached}`;
}
