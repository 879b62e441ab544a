// The day after, in the school's own zone: when an emergency post is looked at again.

/** @returns year-month-day */
export const reviewDay = (at: Temporal.Instant, zone: string): string =>
  at.toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 }).toString();
