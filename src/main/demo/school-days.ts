// Times around today: school days back and ahead, and the school year that today lies in.
const ZONE = 'Europe/London';

export interface When {
  /** @param back weekdays before today, at least 1; `time` as `15:40`, local */
  schoolDay(back: number, time: string): Temporal.Instant;
  minutesAgo(minutes: number): Temporal.Instant;
  /** @param ahead weekdays after today, at least 1. A local time of the school, as the composer takes it. */
  ahead(ahead: number, time: string): string;
  /** Year-month-day, so many weekdays after today. */
  dateAhead(ahead: number): string;
  /** Year-month-day, so many weekdays before today. */
  dateBack(back: number): string;
}

export function whenFrom(now: Temporal.Instant): When {
  const today = now.toZonedDateTimeISO(ZONE).toPlainDate();
  return {
    schoolDay: (back, time) => weekday(today, -back).toZonedDateTime({ timeZone: ZONE, plainTime: time }).toInstant(),
    minutesAgo: (minutes) => now.subtract({ minutes }),
    ahead: (ahead, time) => `${weekday(today, ahead)}T${time}`,
    dateAhead: (ahead) => weekday(today, ahead).toString(),
    dateBack: (back) => weekday(today, -back).toString(),
  };
}

function weekday(from: Temporal.PlainDate, steps: number): Temporal.PlainDate {
  let date = from;
  for (let left = Math.abs(steps); left > 0;) {
    date = date.add({ days: Math.sign(steps) });
    if (date.dayOfWeek <= 5) left -= 1;
  }
  return date;
}

/** Three terms with their half-terms, as most schools of England have them. */
export function schoolYearAround(now: Temporal.Instant, hours: { readonly opens: string; readonly closes: string }) {
  const today = now.toZonedDateTimeISO(ZONE).toPlainDate();
  const first = today.month >= 9 ? today.year : today.year - 1;
  const next = first + 1;
  const day = { opens: hours.opens, closes: hours.closes };
  return {
    terms: [
      { name: 'Autumn term', starts: `${first}-09-02`, ends: `${first}-12-18` },
      { name: 'Spring term', starts: `${next}-01-05`, ends: `${next}-03-26` },
      { name: 'Summer term', starts: `${next}-04-13`, ends: `${next}-07-21` },
    ],
    closures: [
      { date: `${first}-09-02`, why: 'INSET day' },
      { date: `${first}-10-26`, until: `${first}-10-30`, why: 'Autumn half-term' },
      { date: `${next}-02-15`, until: `${next}-02-19`, why: 'Spring half-term' },
      { date: `${next}-05-31`, until: `${next}-06-04`, why: 'Summer half-term' },
    ],
    weeklyHours: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
  };
}
