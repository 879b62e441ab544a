import { describe, expect, it } from 'vitest';
import type { EventKind } from './classify-event.ts';
import { readCalendarFile } from './read-calendar-file.ts';

const horizon = { from: '2024-08-01', to: '2030-07-31' };
const file = (...lines: string[]) =>
  Buffer.from(['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n'));
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
const inset = (...lines: string[]) => event('UID:one', 'SUMMARY:INSET day', ...lines);

function read(bytes: Uint8Array, choices: Record<string, EventKind> = {}) {
  const found = readCalendarFile(bytes, horizon, choices);
  if (!found.ok) throw new Error(found.message);
  return found;
}
const daysIn = (...lines: string[]) =>
  read(file(...lines)).occurrences.map(({ starts, ends }) => (starts === ends ? starts : `${starts}/${ends}`));

const NEW_YORK = [
  'BEGIN:VTIMEZONE',
  'TZID:Head office',
  'BEGIN:STANDARD',
  'DTSTART:20071104T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU',
  'TZOFFSETFROM:-0400',
  'TZOFFSETTO:-0500',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:20070311T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU',
  'TZOFFSETFROM:-0500',
  'TZOFFSETTO:-0400',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

describe('the days of an event', () => {
  it.each<[string, string[], string]>([
    ['a whole day', ['DTSTART;VALUE=DATE:20260903'], '2026-09-03'],
    [
      'whole days, whose end is not part of them',
      ['DTSTART;VALUE=DATE:20261026', 'DTEND;VALUE=DATE:20261031'],
      '2026-10-26/2026-10-30',
    ],
    ['a duration in days', ['DTSTART;VALUE=DATE:20261026', 'DURATION:P5D'], '2026-10-26/2026-10-30'],
    ['times without a zone, by our clocks', ['DTSTART:20260903T090000', 'DTEND:20260903T160000'], '2026-09-03'],
    ['UTC in summer, an hour before midnight', ['DTSTART:20260902T230000Z', 'DTEND:20260903T220000Z'], '2026-09-03'],
    ['UTC in winter', ['DTSTART:20261202T230000Z', 'DURATION:PT23H'], '2026-12-02/2026-12-03'],
    [
      'a known zone without its description',
      ['DTSTART;TZID=America/New_York:20260902T200000', 'DURATION:PT8H'],
      '2026-09-03',
    ],
    [
      'a zone behind a vendor’s prefix',
      ['DTSTART;TZID=/mozilla.org/20050126_1/Europe/London:20260903T090000', 'DURATION:PT7H'],
      '2026-09-03',
    ],
    ['Outlook’s name of a zone', ['DTSTART;TZID=GMT Standard Time:20260903T000000', 'DURATION:PT24H'], '2026-09-03'],
    ['an end before the beginning', ['DTSTART;VALUE=DATE:20260903', 'DTEND;VALUE=DATE:20260901'], '2026-09-03'],
  ])('%s', (_, lines, days) => {
    expect(daysIn(...inset(...lines))).toEqual([days]);
  });

  it('in a zone that only the file describes', () => {
    const evening = inset('DTSTART;TZID=Head office:20260902T200000', 'DURATION:PT8H');
    expect(daysIn(...NEW_YORK, ...evening)).toEqual(['2026-09-03']);
  });

  it('in a zone that nobody knows are taken by our clocks, and it says so', () => {
    const found = read(file(...inset('DTSTART;TZID=Nowhere/Middle:20260903T090000', 'DURATION:PT7H')));
    expect(found.occurrences[0]).toMatchObject({ starts: '2026-09-03', ends: '2026-09-03' });
    expect(found.notes.join()).toContain('Nowhere/Middle');
  });

  it('does not walk a description of a zone that never comes true', () => {
    const endless = NEW_YORK.map((line) => line.replace(/^RRULE:.*11.*$/, 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'));
    expect(
      read(file(...endless, ...inset('DTSTART;TZID=Head office:20260903T090000', 'DURATION:PT7H'))).notes,
    ).not.toEqual([]);
  });
});

describe('an event that comes back', () => {
  it('has its further days and leaves out what is taken away, whatever zone each is written in', () => {
    const found = daysIn(
      ...inset(
        'DTSTART;TZID=Europe/London:20260904T083000',
        'DTEND;TZID=Europe/London:20260904T153000',
        'RRULE:FREQ=WEEKLY;COUNT=4',
        'EXDATE:20260911T073000Z',
        'EXDATE;VALUE=DATE:20260918',
        'RDATE;TZID=Europe/London:20261001T083000',
      ),
    );
    expect(found.toSorted()).toEqual(['2026-09-04', '2026-09-25', '2026-10-01']);
  });

  it('ends with the moment that its rule names', () => {
    const until = (text: string) =>
      daysIn(
        ...inset('DTSTART;TZID=Europe/London:20260904T083000', 'DURATION:PT7H', `RRULE:FREQ=WEEKLY;UNTIL=${text}`),
      );
    expect(until('20260911T073000Z')).toEqual(['2026-09-04', '2026-09-11']);
    expect(until('20260911T072900Z')).toEqual(['2026-09-04']);
  });

  it('is bounded where its rule is not', () => {
    const days = daysIn(...inset('DTSTART;VALUE=DATE:20200903', 'RRULE:FREQ=YEARLY'));
    expect(days).toEqual(['2024-09-03', '2025-09-03', '2026-09-03', '2027-09-03', '2028-09-03', '2029-09-03']);
  });

  it('keeps its key when one of its days is moved, and loses a day that is cancelled', () => {
    const rule = inset('DTSTART;VALUE=DATE:20260904', 'RRULE:FREQ=WEEKLY;COUNT=3');
    const before = read(file(...rule)).occurrences;
    const after = read(
      file(
        ...rule,
        ...inset('RECURRENCE-ID;VALUE=DATE:20260911', 'DTSTART;VALUE=DATE:20260914'),
        ...inset('RECURRENCE-ID;VALUE=DATE:20260918', 'DTSTART;VALUE=DATE:20260918', 'STATUS:CANCELLED'),
      ),
    ).occurrences;
    expect(after.map(({ key, starts }) => [key, starts])).toEqual([
      ['one#2026-09-04', '2026-09-04'],
      ['one#2026-09-11', '2026-09-14'],
    ]);
    expect(before.map(({ key }) => key)).toContain('one#2026-09-11');
  });

  it('moves all later days where a change is meant for them too', () => {
    const found = daysIn(
      ...inset('DTSTART;VALUE=DATE:20260904', 'RRULE:FREQ=WEEKLY;COUNT=4'),
      ...inset('RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20260918', 'DTSTART;VALUE=DATE:20260921'),
    );
    expect(found.toSorted()).toEqual(['2026-09-04', '2026-09-11', '2026-09-21', '2026-09-28']);
  });

  it('is not walked while it means nothing, and is once somebody says what it is', () => {
    const weekly = file(
      ...event('UID:w', 'SUMMARY:Whole-school swim', 'DTSTART;VALUE=DATE:20260904', 'RRULE:FREQ=WEEKLY;COUNT=3'),
    );
    expect(read(weekly).occurrences).toEqual([]);
    expect(read(weekly, { w: 'closure' }).occurrences).toHaveLength(3);
  });
});

describe('a calendar', () => {
  const day = 'DTSTART;VALUE=DATE:20260903';

  it('leaves cancelled events out and says which they are', () => {
    const found = read(file(...inset(day, 'STATUS:CANCELLED')));
    expect(found).toMatchObject({ occurrences: [], cancelled: ['one'], onlyCancels: false });
    expect(read(file('METHOD:CANCEL', ...inset(day)))).toMatchObject({ cancelled: ['one'], onlyCancels: true });
  });

  it('takes the newest of two versions of an event, and tells apart events that share a uid', () => {
    const versions = file(...inset(day, 'SEQUENCE:1'), ...inset('DTSTART;VALUE=DATE:20260910', 'SEQUENCE:2'));
    expect(read(versions).occurrences).toMatchObject([{ key: 'one', starts: '2026-09-10' }]);
    const twins = file(...inset(day), ...inset('DTSTART;VALUE=DATE:20260910'));
    expect(read(twins).occurrences.map(({ key }) => key)).toEqual(['one@2026-09-03', 'one@2026-09-10']);
  });

  it('gives an event without a uid a key that stays', () => {
    const nameless = file(...event('SUMMARY:INSET day', day));
    expect(read(nameless).occurrences[0]!.key).toBe(read(nameless).occurrences[0]!.key);
    expect(read(nameless).occurrences[0]!.key).toMatch(/^event:/);
  });

  it('goes on after an event that cannot be read', () => {
    const found = read(file(...event('UID:bad', 'SUMMARY:INSET', 'DTSTART:banana'), ...inset(day)));
    expect(found.occurrences).toHaveLength(1);
    expect(found.notes.join()).toMatch(/could not be read/);
  });

  it('keeps nothing in its words that nobody can see', () => {
    expect(read(file(...event('UID:a\u0000b', 'SUMMARY:INSET\\n\u202Eday', day))).occurrences[0]).toMatchObject({
      uid: 'a b',
      name: 'INSET day',
    });
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['something else', Buffer.from('name,day\nINSET,3 September'), /not an iCalendar file/],
    ['nothing', Buffer.alloc(0), /not an iCalendar file/],
    ['a file cut short', Buffer.from('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:INS'), /cannot be read/],
    ['an answer to an invitation', file('METHOD:REPLY', ...inset(day)), /answer to an invitation/],
    ['more than 10 MB', Buffer.alloc(10_000_001, 'x'), /more than 10 MB/],
    [
      'more than 20,000 events',
      file(...Array.from({ length: 20_001 }, () => ['BEGIN:VEVENT', 'END:VEVENT']).flat()),
      /20,001 events/,
    ],
  ])('refuses %s plainly', (_, bytes, words) => {
    const found = readCalendarFile(bytes, horizon, {});
    expect(found.ok ? '' : found.message).toMatch(words);
  });

  it('gives up on rules that would take for ever together', () => {
    const greedy = Array.from({ length: 2_000 }, (_, i) =>
      event(`UID:${i}`, 'SUMMARY:INSET', 'DTSTART;VALUE=DATE:19700101', 'RRULE:FREQ=DAILY;COUNT=30000'),
    ).flat();
    const found = readCalendarFile(file(...greedy), horizon, {});
    expect(found.ok ? '' : found.message).toMatch(/too many repeating events/);
  });

  it.each<[string, string]>([
    ['parameters without end', `SUMMARY${';X=1'.repeat(500_000)}:INSET`],
    ['parameters without end, folded and in quotes', `SUMMARY${';X=":"\r\n '.repeat(100_000)}:INSET`],
    ['days listed without end', `EXDATE;VALUE=DATE:${Array.from({ length: 60_000 }, () => '20260902').join(',')}`],
  ])('does not begin with %s', (_, line) => {
    const found = readCalendarFile(file(...inset('DTSTART;VALUE=DATE:20260903', line)), horizon, {});
    expect(found.ok ? '' : found.message).toMatch(/too many repeating events/);
  });

  it('leaves out an event that goes on for ever, and reads the others', () => {
    const endless = event('UID:two', 'SUMMARY:Half term', 'DTSTART;VALUE=DATE:20261026', 'DURATION:P99999999999D');
    const { occurrences, notes } = read(file(...endless, ...inset('DTSTART;VALUE=DATE:20260903')));
    expect(occurrences.map(({ starts }) => starts)).toEqual(['2026-09-03']);
    expect(notes).toEqual(['An event could not be read and is left out']);
  });
});
