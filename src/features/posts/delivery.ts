// One post on one account, from intention to proof. Pure.

/** Publishing by hand should be done within this many hours of the time that was wanted; then it is overdue. */
const BY_HAND_HOURS = 4;

export const DELIVERY_STATES = [
  'begun', // sealed; it may be out
  'by-hand', // a person is to publish it
  'published',
  'refused', // the platform said no: a person sends it again, publishes it by hand or leaves it out
  'unknown', // nobody can tell yet: looked up, never sent again blindly
  'removal-asked',
  'removed',
  'cancelled', // never sent, and no longer to be
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Nothing more is to be done to get it out, by a connector or by a person. What was refused waits for a person. */
export const isSettled = (state: string): boolean =>
  ['published', 'removal-asked', 'removed', 'cancelled'].includes(state);

/** What follows for a post from how its copies stand: null while one of them is not settled; never out with no copy out. */
export function whatFollows(states: readonly string[]): 'settle' | 'give-up' | null {
  if (states.length === 0 || !states.every(isSettled)) return null;
  return states.includes('published') ? 'settle' : 'give-up';
}

/** How a post stands that is going out, where a place has refused it; null where none has. */
export function refusalWords(states: readonly string[]): string | null {
  if (!states.includes('refused')) return null;
  return states.every((state) => state === 'refused' || state === 'cancelled') ? 'Not out' : 'Not out everywhere';
}

/** A connector has yet to say that it is out: it is looked up first, then sent where it is not there. */
export const isOutstanding = (state: string): boolean => state === 'begun' || state === 'unknown';

/** It is not out, and a person sees to it: by hand, once more, or not at all. */
export const waitsForPerson = (state: string): boolean => state === 'by-hand' || state === 'refused';

/** May words be on show? Then they can be taken down. */
export const mayBeOut = (state: string): boolean => state === 'published' || isOutstanding(state);

/** ISO instant by which a copy that begins now should be out by hand. */
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
