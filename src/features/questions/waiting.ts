// How long a question may wait for its answer, and when those who answer are reminded of it. Pure.

const ANSWERED_WITHIN_DAYS = 7;

/** The last day on which an answer is in time. */
export const answerDueOn = (askedOn: string): string =>
  Temporal.PlainDate.from(askedOn).add({ days: ANSWERED_WITHIN_DAYS }).toString();

/** How many reminders there have been by today, one a week once the day has passed: 0 while it is in time. */
export const remindersBy = (askedOn: string, today: string): number =>
  Math.max(0, Math.ceil(Temporal.PlainDate.from(answerDueOn(askedOn)).until(today).days / 7));
