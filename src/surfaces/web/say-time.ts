// Says moments and days as people do, in the school's zone: "today at 13:20", "Friday 20 November, 15:30".
// Pure, and without Temporal, so that it may also run in an older browser. The moment it is now is an argument.

/** An instant as its date in a zone: `2026-11-20`. */
export const dayIn = (instant: string, zone: string): string => localTime(instant, zone).slice(0, 10);

/** "today at 13:20", "yesterday at 09:05", "tomorrow at 08:00", else "Friday 20 November, 15:30". */
export function sayMoment(instant: string, zone: string, now: string): string {
  const local = localTime(instant, zone);
  const [day, clock, today] = [local.slice(0, 10), local.slice(11), dayIn(now, zone)];
  const near = nearby(day, today);
  return near === null ? `${sayDay(day, today)}, ${clock}` : `${near} at ${clock}`;
}

const LONG_DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' });

/** A date as "Friday 20 November", with the year where it is not this one. */
export function sayDay(date: string, today: string): string {
  const said = LONG_DAY.format(midday(date)).replace(',', '');
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

const HOUR = 3_600_000;
const MOST_KEPT = 5_000;

/** Zones change on the hour, so what one hour is away from UTC is asked once: formatting costs twenty times a look-up. */
const offsets = new Map<string, number>();

/** `2026-11-20 15:30` */
function localTime(instant: string, zone: string): string {
  const at = Date.parse(instant);
  const hour = Math.floor(at / HOUR);
  const key = `${zone} ${hour}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    if (offsets.size >= MOST_KEPT) offsets.clear();
    offset = offsetOf(hour * HOUR, zone);
    offsets.set(key, offset);
  }
  return new Date(at + offset).toISOString().slice(0, 16).replace('T', ' ');
}

/** How far a zone is ahead of UTC, in milliseconds: Swedish writes a moment as `2026-11-20 15:30`. */
function offsetOf(at: number, zone: string): number {
  const [wide, narrow] = ['numeric', '2-digit'] as const;
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: wide,
    month: narrow,
    day: narrow,
    hour: narrow,
    minute: narrow,
  });
  return Date.parse(`${format.format(new Date(at)).replace(' ', 'T')}Z`) - at;
}
