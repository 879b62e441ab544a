// An iCalendar file (RFC 5545) → its events as days of the school, inside a bounded stretch of years. Pure: the same bytes give the same days.
import ICAL from 'ical.js';
import type { Span } from './academic-year.ts';
import type { EventKind } from './classify-event.ts';
import { expand, type Expanded } from './expand-series.ts';
import { clean, eventsOf } from './read-event.ts';

export const MOST_BYTES = 10_000_000;
export const MOST_EVENTS = 20_000;
/** Of parameters before the words of a line: a program writes a few dozen characters, and ical.js takes the square of their number. */
const LONGEST_HEAD = 3_000;
/** Of all days listed one by one, in characters: forty thousand days. */
const LONGEST_LISTS = 400_000;

export interface CalendarFile extends Expanded {
  readonly ok: true;
  readonly name: string;
  /** The file only takes back what it names; it says nothing of other events. */
  readonly onlyCancels: boolean;
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

const fault = (message: string, remedy: string): CalendarFault => ({ ok: false, message, remedy });
