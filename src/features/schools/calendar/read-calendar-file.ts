// An iCalendar file (RFC 5545) → its events as days of the school, inside a bounded stretch of years. Pure: the same bytes give the same days.
import ICAL from 'ical.js';
import { sha256 } from '#kernel/canonical.ts';
import type { Span } from './academic-year.ts';
import { kindOfEvent, type EventKind } from './classify-event.ts';
import { createZoneReader, isPlainZone, wallOf, type ReadZone, type ToSchool } from './event-times.ts';
import { dayRule } from './day-rule.ts';
import { recurringDays, type Patience } from './recurring-days.ts';

export const MOST_BYTES = 10_000_000;
export const MOST_EVENTS = 20_000;
/** Days that rules may be walked over, all together: a weekly rule of six years takes two thousand. */
const PATIENCE_DAYS = 150_000;
const LONGEST_UID = 200;
/** Of parameters before the words of a line: a program writes a few dozen characters, and ical.js takes the square of their number. */
const LONGEST_HEAD = 3_000;
/** Of all days listed one by one, in characters: forty thousand days. */
const LONGEST_LISTS = 400_000;
/** Nothing of a school goes on for longer in one piece. */
const LONGEST_MINUTES = 10 * 366 * 24 * 60;

/** One event of the file; one that comes back is one series. */
export interface CalendarSeries {
  readonly uid: string;
  readonly summary: string;
  readonly kind: EventKind;
  /** What the words speak for, whatever somebody chose. */
  readonly guess: EventKind;
  readonly starts: string;
  readonly ends: string;
  readonly repeats: boolean;
}

/** One time that an event takes place. */
export interface Occurrence {
  /** Stays the same when the event is moved or renamed. */
  readonly key: string;
  readonly uid: string;
  readonly kind: EventKind;
  readonly name: string;
  readonly starts: string;
  readonly ends: string;
}

export interface CalendarFile {
  readonly ok: true;
  readonly name: string;
  /** The file only takes back what it names; it says nothing of other events. */
  readonly onlyCancels: boolean;
  readonly series: readonly CalendarSeries[];
  readonly occurrences: readonly Occurrence[];
  readonly cancelled: readonly string[];
  readonly notes: readonly string[];
}

export interface CalendarFault {
  readonly ok: false;
  readonly message: string;
  readonly remedy: string;
}

/** @param choices what somebody said an event is, by its uid */
export function readCalendarFile(
  bytes: Uint8Array,
  horizon: Span,
  choices: Readonly<Record<string, EventKind>>,
): CalendarFile | CalendarFault {
  const sound = calendarText(bytes);
  if (typeof sound !== 'string') return sound;
  let roots: ICAL.Component[];
  try {
    const parsed = ICAL.parse(sound) as unknown[];
    const jcals = typeof parsed[0] === 'string' ? [parsed] : (parsed as unknown[][]);
    roots = jcals.map((jcal) => new ICAL.Component(jcal as never)).filter(({ name }) => name === 'vcalendar');
  } catch (error) {
    const where = error instanceof Error ? error.message.slice(0, 120) : '';
    return fault(`This calendar cannot be read: ${where}`, 'Export it again from where it comes from.');
  }
  const methods = roots.map((root) => String(root.getFirstPropertyValue('method') ?? 'PUBLISH').toUpperCase());
  const strange = methods.find((method) => !['PUBLISH', 'REQUEST', 'ADD', 'CANCEL'].includes(method));
  if (strange !== undefined)
    return fault('This file is an answer to an invitation, not a calendar.', 'Export the whole calendar.');
  const reading = new Map<string, number>();
  const note = (words: string) => void reading.set(words, (reading.get(words) ?? 0) + 1);
  const events = roots.flatMap((root, i) => eventsOf(root, methods[i] === 'CANCEL', note));
  const found = expand(events, horizon, choices, note);
  if (found === null) return tooMuch();
  const name = clean(String(roots[0]?.getFirstPropertyValue('x-wr-calname') ?? ''));
  const notes = [...reading].map(([words, count]) => (count === 1 ? words : `${words} (${count} times)`));
  return { ok: true, name, onlyCancels: methods.every((method) => method === 'CANCEL'), ...found, notes };
}

function calendarText(bytes: Uint8Array): string | CalendarFault {
  if (bytes.length > MOST_BYTES)
    return fault('A calendar of more than 10 MB is not read.', 'Export only the school’s own dates.');
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
  if (!/^\s*BEGIN:VCALENDAR\b/i.test(text))
    return fault('This is not an iCalendar file.', 'Choose a file that ends in .ics, or the address of a calendar.');
  const events = text.match(/^BEGIN:VEVENT\b/gim)?.length ?? 0;
  if (events > MOST_EVENTS)
    return fault(
      `This calendar has ${events.toLocaleString('en-GB')} events; at most 20,000 are read.`,
      'Export only the school’s own dates.',
    );
  return isLaborious(text.replaceAll(/\r?\n[ \t]/g, '')) ? tooMuch() : text;
}

/** Would it take minutes to read, for nothing that a calendar of a school holds? @param text with its folded lines put together */
function isLaborious(text: string): boolean {
  if (HEAD_TOO_LONG.test(text)) return true;
  const lists = text.match(/^(?:EXDATE|RDATE)\b.*$/gim) ?? [];
  return lists.reduce((length, list) => length + list.length, 0) > LONGEST_LISTS;
}

/** Parameters, some of them in quotes, up to the colon. */
const HEAD_TOO_LONG = new RegExp(String.raw`^[\w-]+;(?:"[^"\r\n]*"|[^":\r\n]){${LONGEST_HEAD}}`, 'm');

const tooMuch = (): CalendarFault =>
  fault('This calendar has too many repeating events to be read.', 'Export only the school’s own dates.');

interface ReadEvent {
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

type Note = (words: string) => void;

function eventsOf(root: ICAL.Component, areCancelled: boolean, note: Note): ReadEvent[] {
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
      day: dayOf(replaces.here),
      andAfter: /^thisandfuture$/i.test(replaces.property.getFirstParameter('range') ?? ''),
    },
    start: begins.here,
    minutes: minutesOf(component, begins, at('dtend'), isDate, note),
    isDate,
    wall: begins.wall,
    toSchool: begins.toSchool,
    component,
    besides: datesOf(component, 'rdate', timeIn),
    without: new Set(datesOf(component, 'exdate', timeIn).map(dayOf)),
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

/** Every time that each event takes place inside the horizon. Events that mean nothing here are not walked. */
function expand(
  events: readonly ReadEvent[],
  horizon: Span,
  choices: Readonly<Record<string, EventKind>>,
  note: Note,
): Pick<CalendarFile, 'series' | 'occurrences' | 'cancelled'> | null {
  const patience: Patience = { left: PATIENCE_DAYS };
  const series: CalendarSeries[] = [];
  const occurrences: Occurrence[] = [];
  const cancelled: string[] = [];
  for (const { uid, master, replacements } of grouped(events)) {
    if (master.isCancelled && master.instead === null) {
      cancelled.push(uid);
      continue;
    }
    const guess = guessOf(master);
    const kind = Object.hasOwn(choices, uid) ? choices[uid]! : guess;
    const rules = master.component.getAllProperties('rrule').map((property) => property.getFirstValue());
    const repeats = rules.length > 0 || master.besides.length > 0;
    const { starts, ends } = daysOf(master.start, master.minutes);
    series.push({ uid, summary: master.summary, kind, guess, starts, ends, repeats });
    const times = kind === 'other' || !repeats ? [master.start] : timesOf(master, rules, horizon, patience, note);
    if (times === null) return null;
    const replaced = new Set(replacements.map(({ instead }) => instead!.day));
    const keyOf = (day: string) => (repeats || master.instead ? `${uid}#${day}` : uid);
    const put = (event: ReadEvent, day: string, start: Temporal.PlainDateTime) => {
      const own = Object.hasOwn(choices, uid) ? kind : event === master ? kind : guessOf(event);
      const span = daysOf(start, event.minutes);
      if (own === 'other' || span.ends < horizon.from || span.starts > horizon.to) return;
      occurrences.push({ key: keyOf(day), uid, kind: own, name: event.summary, ...span });
    };
    for (const start of times) {
      const day = dayOf(start);
      if (master.without.has(day) || replaced.has(day)) continue;
      const since = replacements.findLast(({ instead }) => instead!.andAfter && instead!.day <= day);
      if (!since) put(master, master.instead?.day ?? day, start);
      else if (!since.isCancelled) put(since, day, start.add(shiftOf(since)));
    }
    for (const event of replacements) if (!event.isCancelled) put(event, event.instead!.day, event.start);
  }
  return { series, occurrences, cancelled };
}

const shiftOf = ({ instead, start }: ReadEvent): Temporal.Duration =>
  Temporal.PlainDate.from(instead!.day).until(start.toPlainDate(), { largestUnit: 'days' });

const guessOf = ({ summary, start, minutes, isDate }: ReadEvent): EventKind => {
  const { starts, ends } = daysOf(start, minutes);
  const days = Temporal.PlainDate.from(starts).until(Temporal.PlainDate.from(ends)).days + 1;
  return kindOfEvent({ summary, days, hours: isDate ? null : minutes / 60 });
};

function timesOf(
  master: ReadEvent,
  rules: readonly unknown[],
  horizon: Span,
  patience: Patience,
  note: Note,
): Temporal.PlainDateTime[] | null {
  const window = { from: Temporal.PlainDate.from(horizon.from), to: Temporal.PlainDate.from(horizon.to) };
  const found = new Map([master.start, ...master.besides].map((start) => [dayOf(start), start]));
  for (const recur of rules) {
    const rule = recur instanceof ICAL.Recur ? dayRule(recur, master) : null;
    if (rule === null) {
      note('An event repeats in a way that no day can tell; only its first day is taken');
      continue;
    }
    const days = recurringDays(master.wall.toPlainDate(), rule, window, patience);
    if (days === null) return null;
    for (const day of days) {
      const start = master.toSchool(day.toPlainDateTime(master.wall.toPlainTime()));
      found.set(dayOf(start), start);
    }
  }
  return [...found.values()];
}

/** Events of one uid belong together: the newest is the event, the others stand for single days of it. */
function grouped(events: readonly ReadEvent[]) {
  const groups = new Map<string, { masters: ReadEvent[]; replacements: ReadEvent[] }>();
  for (const event of events) {
    const group = groups.get(event.uid) ?? { masters: [], replacements: [] };
    groups.set(event.uid, group);
    (event.instead ? group.replacements : group.masters).push(event);
  }
  return [...groups].flatMap(([uid, { masters, replacements }]) => {
    const newest = Math.max(...masters.map(({ sequence }) => sequence));
    const current = masters.filter(({ sequence }) => sequence === newest);
    const inOrder = latestEach(replacements);
    if (current.length === 0) {
      return inOrder.map((event) => ({ uid: `${uid}#${event.instead!.day}`, master: event, replacements: [] }));
    }
    if (current.length === 1) return [{ uid, master: current[0]!, replacements: inOrder }];
    // Some programs give one uid to several events: their days tell them apart.
    const byDay = new Map(current.map((event) => [dayOf(event.start), event]));
    return [...byDay].map(([day, master]) => ({ uid: `${uid}@${day}`, master, replacements: [] }));
  });
}

function latestEach(replacements: readonly ReadEvent[]): ReadEvent[] {
  const latest = new Map<string, ReadEvent>();
  for (const event of replacements) {
    const before = latest.get(event.instead!.day);
    if (!before || before.sequence <= event.sequence) latest.set(event.instead!.day, event);
  }
  return [...latest.values()].toSorted((one, other) => (one.instead!.day < other.instead!.day ? -1 : 1));
}

/** The first and last day that an event touches: its end is not part of it. */
function daysOf(start: Temporal.PlainDateTime, minutes: number): { starts: string; ends: string } {
  const end = start.add({ minutes: Math.max(Math.ceil(minutes) - 1, 0) });
  return { starts: dayOf(start), ends: dayOf(end) };
}

const dayOf = (moment: Temporal.PlainDateTime): string => moment.toPlainDate().toString();

/** Programs that leave the uid out still say the same words on the same day. */
function uidOf(component: ICAL.Component, facts: string): string {
  const uid = clean(String(component.getFirstPropertyValue('uid') ?? ''));
  if (uid === '') return `event:${sha256(facts).slice(0, 32)}`;
  return uid.length > LONGEST_UID ? `event:${sha256(uid).slice(0, 32)}` : uid;
}

const clean = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 1000);

const fault = (message: string, remedy: string): CalendarFault => ({ ok: false, message, remedy });
