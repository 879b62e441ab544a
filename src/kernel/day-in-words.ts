// A day as a sentence says it: `2026-11-20` is “20 November 2026”.

export const dayInWords = (day: string): string =>
  Temporal.PlainDate.from(day).toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
