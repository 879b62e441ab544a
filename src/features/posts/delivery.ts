// One post on one account, from intention to proof. Pure.

/** Publishing by hand should be done within this many hours of the time that was wanted; then it is overdue. */
export const BY_HAND_HOURS = 4;

export const DELIVERY_STATES = [
  'begun', // sealed; it may be out
  'by-hand', // a person is to publish it
  'published',
  'refused', // the platform said no
  'unknown', // nobody can tell yet: looked up, never sent again blindly
  'removal-asked',
  'removed',
  'cancelled',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Nothing more will happen to it by itself. */
export const isSettled = (state: string): boolean =>
  ['published', 'refused', 'removed', 'cancelled', 'removal-asked'].includes(state);

/** A connector has yet to say that it is out: it is looked up first, then sent where it is not there. */
export const isOutstanding = (state: string): boolean => state === 'begun' || state === 'unknown';

/** May words still be on show? Then they can be taken down. */
export const mayBeOut = (state: string): boolean => ['begun', 'by-hand', 'published', 'unknown'].includes(state);

export const byHandDue = (from: Temporal.Instant): string => from.add({ hours: BY_HAND_HOURS }).toString();

/**
 * Is an unsent post asked for again this minute? Every minute for a quarter of an hour, then every quarter: trouble is not
 * forgotten, also when the machine was away at some of these minutes, and not hammered either.
 */
export function isResumeMinute(since: Temporal.Instant, now: Temporal.Instant): boolean {
  const minutes = Math.floor(since.until(now).total('minutes'));
  return minutes >= 1 && (minutes <= QUARTER || minutes % QUARTER === 0);
}
const QUARTER = 15;
