import { expect, test } from 'vitest';
import { answersTo, hashOf, stateOn } from './departure.ts';

const leave = { kind: 'beforehand', outcome: 'accepted', permittedUntil: '2026-12-04' } as const;

test('leave holds to the end of its last day, and is then over by itself', () => {
  expect(stateOn(leave, '2026-12-04')).toBe('accepted');
  expect(stateOn(leave, '2026-12-05')).toBe('ended');
});

test('what nobody has decided waits; what was referred stays so whatever the day', () => {
  expect(stateOn({ ...leave, outcome: null, permittedUntil: null }, '2026-12-05')).toBe('waiting');
  expect(stateOn({ ...leave, outcome: 'referred' }, '2026-12-05')).toBe('referred');
});

test('what has happened cannot be declined any more', () => {
  expect(answersTo({ kind: 'afterwards' })).not.toContain('decline');
  expect(answersTo({ kind: 'beforehand' })).toContain('decline');
});

test('a reply makes it another thing to decide on', () => {
  const written = {
    clauseId: 'SN-71',
    kind: 'afterwards',
    happensAt: '2026-11-19T10:00:00Z',
    untilOn: null,
    action: 'I rang a parent from my own telephone.',
    justification: 'The school’s line was down.',
    advice: '',
    replies: [],
  };
  expect(hashOf(written)).toBe(hashOf({ ...written }));
  expect(hashOf({ ...written, replies: ['At ten past three.'] })).not.toBe(hashOf(written));
});
