// Moments of a calendar file as days of the school: whole days stay as they are, times are read in the zone that they name.
import type ICAL from 'ical.js';
import { SCHOOL_ZONE } from '../school-day.ts';

/** What Outlook and Exchange call the zones that a calendar of a British school is likely to name. */
const OUTLOOK_ZONES: Readonly<Record<string, string>> = {
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Romance Standard Time': 'Europe/Paris',
  'Central European Standard Time': 'Europe/Warsaw',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Eastern Standard Time': 'America/New_York',
  'Pacific Standard Time': 'America/Los_Angeles',
};

/** A time change that VTIMEZONE can say without our reading a rule that never comes true. */
const PLAIN_CHANGE =
  /^(?=.*FREQ=YEARLY)(?:(?:FREQ=YEARLY|INTERVAL=1|WKST=\w\w|BYMONTH=\d{1,2}|BYDAY=-?[1-4]\w\w|UNTIL=\w+|COUNT=\d+)(?:;|$))+$/;

/** Puts a wall time of the file's zone onto the school's clocks. */
export type ToSchool = (wall: Temporal.PlainDateTime) => Temporal.PlainDateTime;

export interface ZoneReading {
  readonly toSchool: ToSchool;
  readonly isGuessed: boolean;
}

const same: ToSchool = (wall) => wall;

/** Reads the zones of one file, each name once. @param declared the zones that the file itself describes, by name */
export function createZoneReader(declared: ReadonlyMap<string, ICAL.Timezone>) {
  const read = new Map<string, ZoneReading>();
  const named = (tzid: string, like: ICAL.Time): ZoneReading => {
    const known = knownZone(tzid);
    if (known !== null) return { toSchool: from(known), isGuessed: false };
    const zone = declared.get(tzid);
    if (zone) return { toSchool: (wall) => throughDeclared(wall, zone, like), isGuessed: false };
    return { toSchool: same, isGuessed: true };
  };
  return (time: ICAL.Time, tzid: string | null): ZoneReading => {
    if (time.isDate) return OURS;
    if (time.zone?.tzid === 'UTC') return UTC;
    if (tzid === null) return OURS;
    const reading = read.get(tzid) ?? named(tzid, time);
    read.set(tzid, reading);
    return reading;
  };
}

export type ReadZone = ReturnType<typeof createZoneReader>;

export function wallOf(time: ICAL.Time): Temporal.PlainDateTime {
  const { year, month, day, isDate, hour, minute } = time;
  return Temporal.PlainDateTime.from({ year, month, day, ...(isDate ? {} : { hour, minute }) }, { overflow: 'reject' });
}

export function isPlainZone(component: ICAL.Component): boolean {
  const changes = [...component.getAllSubcomponents('standard'), ...component.getAllSubcomponents('daylight')];
  return changes.every((change) =>
    change.getAllProperties('rrule').every((rule) => PLAIN_CHANGE.test(String(rule.getFirstValue()))),
  );
}

const from =
  (zone: string): ToSchool =>
  (wall) =>
    zone === SCHOOL_ZONE ? wall : wall.toZonedDateTime(zone).withTimeZone(SCHOOL_ZONE).toPlainDateTime();

const OURS: ZoneReading = { toSchool: same, isGuessed: false };
const UTC: ZoneReading = { toSchool: from('UTC'), isGuessed: false };

/** `Europe/London`, also behind a vendor's prefix such as `/mozilla.org/20050126_1/Europe/London`. */
function knownZone(tzid: string): string | null {
  const outlook = OUTLOOK_ZONES[tzid];
  if (outlook !== undefined) return outlook;
  const [, bare] = /([A-Za-z_]+\/[A-Za-z_+-]+(?:\/[A-Za-z_]+)?)$/.exec(tzid) ?? [];
  for (const name of [tzid, bare]) {
    if (name === undefined) continue;
    try {
      return new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone;
    } catch {
      // not a name that anybody but this file knows
    }
  }
  return null;
}

function throughDeclared(wall: Temporal.PlainDateTime, zone: ICAL.Timezone, like: ICAL.Time): Temporal.PlainDateTime {
  const time = like.clone();
  time.resetTo(wall.year, wall.month, wall.day, wall.hour, wall.minute, 0, zone);
  return wall
    .subtract({ seconds: zone.utcOffset(time) })
    .toZonedDateTime('UTC')
    .withTimeZone(SCHOOL_ZONE)
    .toPlainDateTime();
}
