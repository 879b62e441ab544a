// Coverage over time, from facts dated by when they happened.
import { describe, expect, it } from 'vitest';
import { coverageOn, daysOf, firstAsked, type Asking } from './coverage-over-time.ts';

const asking = (personId: string, more: Partial<Asking> = {}): Asking => ({
  personId,
  askedOn: '2026-09-01',
  dueOn: '2026-09-29',
  done: [],
  ...more,
});

describe('coverage on a day', () => {
  const askings = [
    asking('ada', { done: [{ from: '2026-09-10', until: null }] }),
    asking('ben'),
    asking('cai', { askedOn: '2026-11-02', dueOn: '2026-11-30' }),
  ];

  it('counts only what had been asked and done by then', () => {
    expect(coverageOn(askings, '2026-08-31')).toEqual({ people: 0, complete: 0, overdue: 0 });
    expect(coverageOn(askings, '2026-09-09')).toEqual({ people: 2, complete: 0, overdue: 0 });
    expect(coverageOn(askings, '2026-09-29')).toEqual({ people: 2, complete: 1, overdue: 0 });
    expect(coverageOn(askings, '2026-09-30')).toEqual({ people: 2, complete: 1, overdue: 1 });
    expect(coverageOn(askings, '2026-12-01')).toEqual({ people: 3, complete: 1, overdue: 2 });
  });

  it('lets what runs out be overdue from the day after, and done again from the day it is renewed', () => {
    const renewed = asking('dee', {
      dueOn: null,
      done: [
        { from: '2025-10-01', until: '2026-10-01' },
        { from: '2026-10-20', until: '2027-10-20' },
      ],
    });
    const on = (day: string) => coverageOn([renewed], day);
    expect(on('2026-10-01')).toMatchObject({ complete: 1, overdue: 0 });
    expect(on('2026-10-02')).toMatchObject({ complete: 0, overdue: 1 });
    expect(on('2026-10-20')).toMatchObject({ complete: 1, overdue: 0 });
  });

  it('counts a person as complete only when all that is asked of them is done', () => {
    const two = [asking('eve', { done: [{ from: '2026-09-02', until: null }] }), asking('eve', { dueOn: null })];
    expect(coverageOn(two, '2026-10-30')).toEqual({ people: 1, complete: 0, overdue: 0 });
  });
});

describe('the days of a chart', () => {
  it('ends on the last day, and is at most about a point a week of a year', () => {
    const year = daysOf('2025-08-01', '2026-07-31');
    expect(year.at(-1)).toBe('2026-07-31');
    expect(year[0]! >= '2025-08-01').toBe(true);
    expect(year.length).toBeLessThanOrEqual(54);
    expect(daysOf('2026-11-20', '2026-11-20')).toEqual(['2026-11-20']);
    expect(daysOf('2026-11-16', '2026-11-20')).toHaveLength(5);
  });

  it('begins when something was first asked', () => {
    expect(firstAsked([asking('ada')], '2026-08-01')).toBe('2026-09-01');
    expect(firstAsked([asking('ada')], '2026-10-01')).toBe('2026-10-01');
    expect(firstAsked([], '2026-10-01')).toBe('2026-10-01');
  });
});
