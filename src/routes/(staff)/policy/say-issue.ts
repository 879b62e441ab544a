// When a version was issued, as people say it. Pure.
const MONTH = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' });

/** `2023-09` and `2023-09-14` → "September 2023"; a year alone stays one. */
export const sayIssue = (issued: string): string =>
  issued.length === 4 ? issued : MONTH.format(new Date(`${issued.slice(0, 7)}-01T12:00:00Z`));
