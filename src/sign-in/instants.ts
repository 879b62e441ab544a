// Moments as PostgreSQL gives them (a Date, or ISO text where a pool says so) and as better-auth wants them.

export const instantOf = (moment: Date | string): Temporal.Instant =>
  Temporal.Instant.from(typeof moment === 'string' ? moment : moment.toISOString());

export const instantOrNull = (moment: Date | string | null): Temporal.Instant | null =>
  moment === null ? null : instantOf(moment);

export const dateOf = (at: Temporal.Instant): Date => new Date(at.epochMilliseconds);
