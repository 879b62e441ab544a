// Says moments and days as people do, in the school's zone: "today at 13:20", "Friday 20 November, 15:30".
// Pure, and without Temporal, so that it may also run in an older browser. The moment it is now is an argument.

/** An instant as its date in a zone: `2026-11-20`. */
export const dayIn = (instant: string, zone: string): string => dateOf(localTime(instant, zone));

/** "today at 13:20", "yesterday at 09:05", "tomorrow at 08:00", else "Friday 20 November, 15:30". */
export function sayMoment(instant: string, zone: string, now: string): string {
  const [local, here] = [localTime(instant, zone), localTime(now, zone)];
  const near = NEAR[dayNumber(local) - dayNumber(here) + 1];
  return near === undefined ? `${sayDay(dateOf(local), dateOf(here))}, ${clock(local)}` : `${near} at ${clock(local)}`;
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

/** From one date to another: 1 from today to tomorrow. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((midday(to).getTime() - midday(from).getTime()) / DAY);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NEAR = ['yesterday', 'today', 'tomorrow'];

const midday = (date: string): Date => new Date(`${date}T12:00:00Z`);
const dayNumber = (local: number): number => Math.floor(local / DAY);
const dateOf = (local: number): string => new Date(local).toISOString().slice(0, 10);
const nearby = (day: string, today: string): string | undefined =>
  NEAR[dayNumber(midday(day).getTime()) - dayNumber(midday(today).getTime()) + 1];

function clock(local: number): string {
  const minutes = Math.floor((local - dayNumber(local) * DAY) / 60_000);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const MOST_KEPT = 5_000;

/** Zones change on the hour, so what one hour is away from UTC is asked once: formatting costs twenty times a look-up. */
const offsets = new Map<string, Map<number, number>>();

/** What the clocks of a zone show, as milliseconds since 1970 by those clocks. */
function localTime(instant: string, zone: string): number {
  const at = Date.parse(instant);
  const hour = Math.floor(at / HOUR);
  let ofZone = offsets.get(zone);
  if (ofZone === undefined || ofZone.size >= MOST_KEPT) offsets.set(zone, (ofZone = new Map()));
  let offset = ofZone.get(hour);
  if (offset === undefined) ofZone.set(hour, (offset = offsetOf(hour * HOUR, zone)));
  return at + offset;
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
