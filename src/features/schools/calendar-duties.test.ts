import { describe, expect, it } from 'vitest';
import { calendarAsks } from './calendar-duties.ts';

const facts = {
  today: '2026-11-20',
  termsEnd: '2027-07-21',
  hasHours: true,
  holidaysEnd: '2028-12-31',
  waitsSince: null,
  problem: null,
};
const kinds = (more: Partial<Parameters<typeof calendarAsks>[0]> = {}) =>
  calendarAsks({ ...facts, ...more }).map(({ kind, due }) => (due === null ? kind : `${kind} by ${due}`));

describe('what the calendar asks', () => {
  it('is nothing while it reaches far enough', () => {
    expect(kinds()).toEqual([]);
  });

  it('is the next terms, sixty days before it ends, and after it has ended', () => {
    expect(kinds({ termsEnd: '2027-01-19' })).toEqual([]);
    expect(kinds({ termsEnd: '2027-01-18' })).toEqual(['schools.calendar-ends by 2027-01-18']);
    expect(kinds({ termsEnd: '2026-07-21' })).toEqual(['schools.calendar-ends by 2026-07-21']);
    expect(kinds({ termsEnd: null })).toEqual(['schools.enter-calendar']);
  });

  it('is the hours of the weekdays, once the terms are in', () => {
    expect(kinds({ hasHours: false })).toEqual(['schools.enter-hours']);
    expect(kinds({ termsEnd: null, hasHours: false })).toEqual(['schools.enter-calendar']);
  });

  it('is a newer list of bank holidays, ninety days before the known ones end', () => {
    expect(kinds({ holidaysEnd: '2027-02-18' })).toEqual([]);
    expect(kinds({ holidaysEnd: '2027-02-17' })).toEqual(['schools.bank-holidays-end by 2027-02-17']);
  });

  it('is a look at what changed or failed at its address', () => {
    expect(kinds({ waitsSince: '2026-11-16T03:17:00Z' })).toEqual(['schools.calendar-changed']);
    expect(kinds({ problem: 'The server took too long.' })).toEqual(['schools.calendar-unread']);
  });
});
