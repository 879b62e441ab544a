// Says moments and days as people do, in the school's zone: "today at 13:20", "Friday 20 November, 15:30".
// Pure, and without Temporal, so that it may also run in an older browser. The moment it is now is an argument.

/** An instant as its date in a zone: `2026-11-20`. */
export function dayIn(instant: string, zone: string): string {
  const { year, month, day } = partsIn(instant, zone);
  return `${year}-${month}-${day}`;
}

/** "today at 13:20", "yesterday at 09:05", "tomorrow at 08:00", else "Friday 20 November, 15:30". */
export function sayMoment(instant: string, zone: string, now: string): string {
  const { hour, minute } = partsIn(instant, zone);
  const [day, today] = [dayIn(instant, zone), dayIn(now, zone)];
  const near = nearby(day, today);
  return near === null ? `${sayDay(day, today)}, ${hour}:${minute}` : `${near} at ${hour}:${minute}`;
}

/** A date as "Friday 20 November", with the year where it is not this one. */
export function sayDay(date: string, today: string): string {
  const words = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' });
  const said = words.format(midday(date)).replace(',', '');
  return date.slice(0, 4) === today.slice(0, 4) ? said : `${said} ${Number(date.slice(0, 4))}`;
}

/** "today", "yesterday", "tomorrow", else as `sayDay`. */
export const sayNearDay = (date: string, today: string): string => nearby(date, today) ?? sayDay(date, today);

/** Two dates as one stretch: "Friday 20 November to Monday 23 November", or one day alone. */
export const sayDays = (from: string, to: string, today: string): string =>
  from === to ? sayDay(from, today) : `${sayDay(from, today)} to ${sayDay(to, today)}`;

const DAY = 86_400_000;
const midday = (date: string): Date => new Date(`${date}T12:00:00Z`);

function nearby(day: string, today: string): string | null {
  const away = Math.round((midday(day).getTime() - midday(today).getTime()) / DAY);
  return { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' }[String(away)] ?? null;
}

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute';

function partsIn(instant: string, zone: string): Record<Part, string> {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value])) as Record<
    Part,
    string
  >;
}
