// The events of an iCalendar file, each read by itself: its words, its days, what it repeats and what it stands for. Pure.
import ICAL from 'ical.js';
import { sha256 } from '#kernel/canonical.ts';
import { createZoneReader, isPlainZone, wallOf, type ReadZone, type ToSchool } from './event-times.ts';

const LONGEST_UID = 200;
/** Nothing of a school goes on for longer in one piece. */
const LONGEST_MINUTES = 10 * 366 * 24 * 60;

/** An event as it stands in the file, in the time of the school. */
export interface ReadEvent {
  readonly uid: string;
  readonly summary: string;
  readonly sequence: number;
  readonly isCancelled: boolean;
  /** The day in the series that it stands for, and whether also for all days after it; null for the event itself. */
  readonly instead: { readonly day: string; readonly andAfter: boolean } | null;
  readonly start: Temporal.PlainDateTime;
  readonly minutes: number;
  readonly isDate: boolean;
  readonly wall: Temporal.PlainDateTime;
  readonly toSchool: ToSchool;
  readonly component: ICAL.Component;
  /** Days that come besides, and days that are left out. */
  readonly besides: readonly Temporal.PlainDateTime[];
  readonly without: ReadonlySet<string>;
}

/** Told what is left out or taken otherwise. */
export type Note = (words: string) => void;

/** Every event of one calendar that can be read. */
export function eventsOf(root: ICAL.Component, areCancelled: boolean, note: Note): ReadEvent[] {
  const zones = new Map<string, ICAL.Timezone>();
  for (const component of root.getAllSubcomponents('vtimezone')) {
    const tzid = component.getFirstPropertyValue('tzid');
    if (typeof tzid === 'string' && isPlainZone(component)) zones.set(tzid, new ICAL.Timezone(component));
  }
  const readZone = createZoneReader(zones);
  // Each by itself: inside its calendar, ical.js would look through all events for the zone of every single time.
  const events = (root.jCal[2] as unknown[][]).filter(([name]) => name === 'vevent');
  return events.flatMap((jcal) => {
    try {
      return [readEvent(new ICAL.Component(jcal as never), readZone, areCancelled, note)];
    } catch {
      note('An event could not be read and is left out');
      return [];
    }
  });
}

function readEvent(component: ICAL.Component, readZone: ReadZone, areCancelled: boolean, note: Note): ReadEvent {
  const timeIn = (property: ICAL.Property, value: ICAL.Time) => {
    const tzid = property.getFirstParameter('tzid') ?? null;
    const { toSchool, isGuessed } = readZone(value, tzid || null);
    if (isGuessed) note(`The time zone “${clean(tzid ?? '')}” is not known; its times are taken as ours`);
    return { wall: wallOf(value), toSchool, here: toSchool(wallOf(value)) };
  };
  const at = (name: string) => {
    const property = component.getFirstProperty(name);
    const value = property?.getFirstValue();
    return property && value instanceof ICAL.Time ? { ...timeIn(property, value), property, value } : null;
  };
  const begins = at('dtstart');
  if (!begins) throw new Error('An event without a day.');
  const isDate = begins.value.isDate;
  const summary = clean(String(component.getFirstPropertyValue('summary') ?? '')) || 'Without a name';
  const replaces = at('recurrence-id');
  return {
    uid: uidOf(component, `${summary}|${begins.here.toString()}`),
    summary,
    sequence: Number(component.getFirstPropertyValue('sequence') ?? 0) || 0,
    isCancelled: areCancelled || /^cancelled$/i.test(String(component.getFirstPropertyValue('status') ?? '')),
    instead: replaces && {
      day: dateOf(replaces.here),
      andAfter: /^thisandfuture$/i.test(replaces.property.getFirstParameter('range') ?? ''),
    },
    start: begins.here,
    minutes: minutesOf(component, begins, at('dtend'), isDate, note),
    isDate,
    wall: begins.wall,
    toSchool: begins.toSchool,
    component,
    besides: datesOf(component, 'rdate', timeIn),
    without: new Set(datesOf(component, 'exdate', timeIn).map(dateOf)),
  };
}

type TimeIn = (property: ICAL.Property, value: ICAL.Time) => { readonly here: Temporal.PlainDateTime };

const datesOf = (component: ICAL.Component, name: string, timeIn: TimeIn): Temporal.PlainDateTime[] =>
  component.getAllProperties(name).flatMap((property) =>
    (property.getValues() as unknown[]).flatMap((value) => {
      const start = value instanceof ICAL.Period ? value.start : value;
      return start instanceof ICAL.Time ? [timeIn(property, start).here] : [];
    }),
  );

function minutesOf(
  component: ICAL.Component,
  begins: { readonly here: Temporal.PlainDateTime },
  ends: { readonly here: Temporal.PlainDateTime } | null,
  isDate: boolean,
  note: Note,
): number {
  const duration = component.getFirstPropertyValue('duration');
  const least = isDate ? MINUTES_A_DAY : 0;
  const minutes = ends
    ? begins.here.until(ends.here).total('minutes')
    : duration instanceof ICAL.Duration
      ? duration.toSeconds() / 60
      : least;
  if (!(minutes <= LONGEST_MINUTES)) throw new Error('An event without an end.');
  if (minutes < 0) note('An event ends before it begins; only its first day is taken');
  return Math.max(minutes, least);
}

const MINUTES_A_DAY = 24 * 60;

export const dateOf = (moment: Temporal.PlainDateTime): string => moment.toPlainDate().toString();

/** Programs that leave the uid out still say the same words on the same day. */
function uidOf(component: ICAL.Component, facts: string): string {
  const uid = clean(String(component.getFirstPropertyValue('uid') ?? ''));
  if (uid === '') return `event:${sha256(facts).slice(0, 32)}`;
  return uid.length > LONGEST_UID ? `event:${sha256(uid).slice(0, 32)}` : uid;
}

export const clean = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 1000);
