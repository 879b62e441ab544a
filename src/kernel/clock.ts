// The only place that asks what time it is. Everyone else is told.

export interface Clock {
  now(): Temporal.Instant;
}

/** In whole milliseconds, which PostgreSQL and people can keep; what is hashed can so be written down exactly. */
export const systemClock: Clock = {
  now: () => Temporal.Now.instant().round({ smallestUnit: 'millisecond', roundingMode: 'floor' }),
};

/** A clock that stands still until it is moved; for tests and for the demo's past. */
export interface MovableClock extends Clock {
  set(instant: string | Temporal.Instant): void;
  advance(duration: Temporal.DurationLike): void;
}

/** @param start ISO 8601 instant, such as `2026-11-20T09:00:00Z` */
export function movableClock(start: string): MovableClock {
  let at = Temporal.Instant.from(start);
  return {
    now: () => at,
    set: (instant) => void (at = Temporal.Instant.from(instant)),
    advance: (duration) => void (at = at.add(duration)),
  };
}
