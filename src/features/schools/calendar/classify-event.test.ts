import { describe, expect, it } from 'vitest';
import { kindOfEvent } from './classify-event.ts';

const days = (summary: string, length = 1) => kindOfEvent({ summary, days: length, hours: null });
const hours = (summary: string, length: number) => kindOfEvent({ summary, days: 1, hours: length });

describe('what an event is taken for', () => {
  it.each([
    ['INSET Day', 1, 'inset'],
    ['Staff training day – school closed to pupils', 1, 'inset'],
    ['Non-pupil day', 1, 'inset'],
    ['In-service day (Scotland)', 1, 'inset'],
    ['HMS – Diwrnod hyfforddi', 1, 'inset'],
    ['Autumn Half Term', 5, 'holiday'],
    ['Half-term holiday', 5, 'holiday'],
    ['Christmas holidays', 14, 'holiday'],
    ['Easter break', 10, 'holiday'],
    ['Hanner tymor', 5, 'holiday'],
    ['School closed – polling station', 1, 'closure'],
    ['Early May Bank Holiday', 1, 'closure'],
    ['Spring Term', 60, 'term'],
    ['Autumn term begins', 1, 'term-begins'],
    ['First day of Summer Term', 1, 'term-begins'],
    ['Children return to school', 1, 'term-begins'],
    ['Term 3 starts', 1, 'term-begins'],
    ['End of term', 1, 'term-ends'],
    ['Last day of the spring term', 1, 'term-ends'],
    ['School breaks up for Christmas', 1, 'term-ends'],
  ])('%s (%d days) is %s', (summary, length, kind) => {
    expect(days(summary, length)).toBe(kind);
  });

  it.each([
    'Holiday club',
    'Half term football camp',
    'End of term assembly',
    'Year 4 trip to the mill',
    'Deadline for term-time leave forms',
    'Parents’ evening',
    'Term 3 menu',
    'Summer fair',
    'Twilight INSET',
    'School photographs',
    '',
  ])('“%s” means nothing for the calendar', (summary) => {
    expect(days(summary)).toBe('other');
  });

  it('is nothing where only a part of the day is meant', () => {
    expect(hours('INSET', 1.5)).toBe('other');
    expect(hours('INSET day', 7)).toBe('inset');
    expect(hours('School closed to visitors', 2)).toBe('other');
    expect(hours('Autumn term starts', 1)).toBe('term-begins');
  });
});
