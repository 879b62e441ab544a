// How long it is known what became of a letter: a year, so that a school can answer for the invitations of its last September.
// No policy sets it: a letter holds no names and no words, and whatever it told of is kept where it happened.

export const KEPT_DAYS = 365;

/** Whatever was settled before is removed. */
export const keptSince = (at: Temporal.Instant): string => at.subtract({ hours: KEPT_DAYS * 24 }).toString();
