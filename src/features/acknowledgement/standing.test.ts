// How somebody stands, and when they are reminded.
import { describe, expect, it } from 'vitest';
import { reminderDue } from './reminding.ts';
import { dueOn, standingOf, type Act } from './standing.ts';

const act = (outcome: Act['outcome'], at: string): Act => ({
  outcome,
  kind: 'signature',
  doneOn: at.slice(0, 10),
  at,
  reason: outcome === 'refused' ? 'I do not agree.' : '',
  n: 1,
  recordedBy: null,
  paperId: null,
  signatureId: null,
  elsewhere: null,
});
const asked = { since: '2026-11-01', countsFrom: null, joined: '2020-09-01', days: 28, termEnds: [] };

describe('the standing of one person', () => {
  it('runs from the version’s day, from the day somebody joined where that is later, and for ever where no time is set', () => {
    expect(dueOn(asked)).toBe('2026-11-29');
    expect(dueOn({ ...asked, joined: '2026-11-10' })).toBe('2026-12-08');
    expect(dueOn({ ...asked, days: null })).toBeNull();
    expect(standingOf(asked, [], '2026-11-29').state).toBe('due');
    expect(standingOf(asked, [], '2026-11-30').state).toBe('overdue');
    expect(standingOf({ ...asked, days: null }, [], '2036-01-01').state).toBe('due');
  });

  it('runs to the end of the term in which it is asked or somebody joins, where the policy gives that long', () => {
    const byTerm = { ...asked, termEnds: ['2026-07-20', '2026-12-18', '2027-03-25'] };
    expect(dueOn(byTerm)).toBe('2026-12-18');
    expect(dueOn({ ...byTerm, joined: '2026-12-18' })).toBe('2026-12-18');
    expect(dueOn({ ...byTerm, joined: '2026-12-19' })).toBe('2027-03-25');
    expect(dueOn({ ...byTerm, joined: '2027-03-26' })).toBe('2027-04-23');
  });

  it('counts nothing that was said in an earlier school year where it is asked in each', () => {
    const yearly = { ...asked, since: '2027-09-01', countsFrom: '2027-09-01' };
    const [confirmed, refused] = [act('confirmed', '2027-07-01T09:00:00Z'), act('refused', '2027-08-31T09:00:00Z')];
    expect(standingOf(yearly, [confirmed, refused], '2027-09-29')).toMatchObject({ state: 'due', due: '2027-09-29' });
    const anew = act('confirmed', '2027-09-01T09:00:00Z');
    expect(standingOf(yearly, [confirmed, refused, anew], '2028-01-01')).toMatchObject({
      state: 'confirmed',
      act: anew,
    });
  });

  it('never counts a refusal as a confirmation, and lets a later confirmation stand', () => {
    const refused = act('refused', '2026-11-05T09:00:00Z');
    expect(standingOf(asked, [refused], '2026-12-24')).toMatchObject({ state: 'refused', act: refused });
    const confirmed = act('confirmed', '2026-11-06T09:00:00Z');
    expect(standingOf(asked, [confirmed, refused], '2026-12-24')).toMatchObject({ state: 'confirmed', act: confirmed });
  });
});

describe('reminders', () => {
  const open = (today: string) => standingOf(asked, [], today);
  const more = { now: false, hasManager: true };

  it('asks at once, reminds a week before, and goes on every week for as long as there is no answer', () => {
    expect(reminderDue(open('2026-11-01'), { times: 0, last: null }, '2026-11-01', more)).toMatchObject({ n: 0 });
    expect(reminderDue(open('2026-11-10'), { times: 1, last: '2026-11-01' }, '2026-11-10', more)).toBeNull();
    expect(reminderDue(open('2026-11-22'), { times: 1, last: '2026-11-01' }, '2026-11-22', more)).toMatchObject({
      n: 1,
    });
    expect(reminderDue(open('2026-11-28'), { times: 2, last: '2026-11-22' }, '2026-11-28', more)).toBeNull();
    expect(reminderDue(open('2027-11-28'), { times: 50, last: '2027-11-21' }, '2027-11-28', more)).toMatchObject({
      n: 50,
    });
  });

  it('tells the line manager after a week, the head after two, and the head after one where nobody leads them', () => {
    const late = (today: string, hasManager = true) =>
      reminderDue(open(today), { times: 3, last: '2026-11-22' }, today, { now: false, hasManager });
    expect(late('2026-11-30')).toMatchObject({ manager: false, head: false });
    expect(late('2026-12-06')).toMatchObject({ manager: true, head: false });
    expect(late('2026-12-13')).toMatchObject({ manager: true, head: true });
    expect(late('2026-12-06', false)).toMatchObject({ manager: false, head: true });
  });

  it('leaves alone who has confirmed or refused, and sends what is asked outright at most once a day', () => {
    const refused = standingOf(asked, [act('refused', '2026-11-05T09:00:00Z')], '2026-12-24');
    expect(reminderDue(refused, { times: 0, last: null }, '2026-12-24', { ...more, now: true })).toBeNull();
    const now = { ...more, now: true };
    expect(reminderDue(open('2026-11-10'), { times: 1, last: '2026-11-10' }, '2026-11-10', now)).toBeNull();
    expect(reminderDue(open('2026-11-11'), { times: 1, last: '2026-11-10' }, '2026-11-11', now)).not.toBeNull();
  });
});
