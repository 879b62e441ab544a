// The next date of a review, and its reminders.
import { describe, expect, it } from 'vitest';
import { nextReview, reminderDue, remindersFor, type ReviewBasis } from './next-review.ts';

const YEARLY: ReviewBasis = {
  adoptedOn: '2026-11-20',
  isFirst: true,
  reviewedOn: null,
  months: 12,
  firstMonths: null,
  raised: [],
};

describe('the next review', () => {
  it('is one interval after adoption, and a year where the policy names none', () => {
    expect(nextReview(YEARLY)).toEqual({ dueOn: '2027-11-20', why: 'interval' });
    expect(nextReview({ ...YEARLY, months: null })).toEqual({ dueOn: '2027-11-20', why: 'interval' });
  });
  it('comes sooner the very first time where the policy says so, and never again', () => {
    const short = { ...YEARLY, firstMonths: 4 };
    expect(nextReview(short)).toEqual({ dueOn: '2027-03-20', why: 'first-interval' });
    expect(nextReview({ ...short, isFirst: false }).dueOn).toBe('2027-11-20');
    expect(nextReview({ ...short, reviewedOn: '2027-03-18' }).dueOn).toBe('2028-03-18');
  });
  it('counts from the review or the adoption, whichever was last', () => {
    expect(nextReview({ ...YEARLY, isFirst: false, reviewedOn: '2026-06-01' }).dueOn).toBe('2027-11-20');
  });
  it('is moved forward by what was raised, the earliest of them, and never back', () => {
    const raised = [
      { cause: 'serious-incident', dueOn: '2027-02-01' },
      { cause: 'statutory-change', dueOn: '2027-01-15' },
    ] as const;
    expect(nextReview({ ...YEARLY, raised })).toEqual({ dueOn: '2027-01-15', why: 'statutory-change' });
    expect(nextReview({ ...YEARLY, raised: [{ cause: 'other', dueOn: '2028-01-01' }] }).why).toBe('interval');
  });
  it('keeps to the month’s last day, also after 29 February', () => {
    expect(nextReview({ ...YEARLY, adoptedOn: '2028-02-29' }).dueOn).toBe('2029-02-28');
    expect(nextReview({ ...YEARLY, adoptedOn: '2026-08-31', months: 6 }).dueOn).toBe('2027-02-28');
  });
});

describe('reminders', () => {
  it('stand 90, 30 and 7 days before', () => {
    expect(remindersFor('2027-11-20')).toEqual([
      { on: '2027-08-22', daysBefore: 90 },
      { on: '2027-10-21', daysBefore: 30 },
      { on: '2027-11-13', daysBefore: 7 },
    ]);
  });
  it('are each sent once, the nearest only, and weekly once the day has passed', () => {
    const on = (today: string) => reminderDue('2027-11-20', today);
    expect(on('2027-08-21')).toBeNull();
    expect(on('2027-08-22')).toBe('before-90');
    expect(on('2027-10-21')).toBe('before-30');
    expect(on('2027-11-20')).toBe('before-7');
    expect(on('2027-11-21')).toBe('late-1');
    expect(on('2027-11-27')).toBe('late-1');
    expect(on('2027-11-28')).toBe('late-2');
  });
});
