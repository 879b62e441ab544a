// A day as a message says it: "20 November 2027". Pure.
export const dayInWords = (day: string): string =>
  Temporal.PlainDate.from(day).toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
