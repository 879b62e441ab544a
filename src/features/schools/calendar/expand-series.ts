// Events → the days of the school on which they take place, inside a bounded stretch of years. Pure.
import ICAL from 'ical.js';
import type { Span } from './academic-year.ts';
import { kindOfEvent, type EventKind } from './classify-event.ts';
import { dayRule } from './day-rule.ts';
import { dateOf, type Note, type ReadEvent } from './read-event.ts';
import { recurringDays, type Patience } from './recurring-days.ts';

/** Days that rules may be walked over, all together: a weekly rule of six years takes two thousand. */
const PATIENCE_DAYS = 150_000;

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

export interface Expanded {
  readonly series: readonly CalendarSeries[];
  readonly occurrences: readonly Occurrence[];
  /** Uids of events that are called off. */
  readonly cancelled: readonly string[];
}

/**
 * Every time that each event takes place inside the horizon. Events that mean nothing here are not walked.
 * @returns null where the rules would take too long
 */
export function expand(
  events: readonly ReadEvent[],
  horizon: Span,
  choices: Readonly<Record<string, EventKind>>,
  note: Note,
): Expanded | null {
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
      const day = dateOf(start);
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
  const found = new Map([master.start, ...master.besides].map((start) => [dateOf(start), start]));
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
      found.set(dateOf(start), start);
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
    const byDay = new Map(current.map((event) => [dateOf(event.start), event]));
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
  return { starts: dateOf(start), ends: dateOf(end) };
}
