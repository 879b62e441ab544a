// A time as people say it, in the school's own zone, also when the clocks change.
import { expect, test } from 'vitest';
import { contentSchema, instantFrom } from './content.ts';

test.each([
  ['winter', '2026-11-20T15:30', '2026-11-20T15:30:00Z'],
  ['summer', '2026-07-20T15:30', '2026-07-20T14:30:00Z'],
  ['the hour that a spring night skips', '2026-03-29T01:30', '2026-03-29T01:30:00Z'],
  ['the last minute before it', '2026-03-29T00:59', '2026-03-29T00:59:00Z'],
  ['the first after it', '2026-03-29T02:00', '2026-03-29T01:00:00Z'],
  ['the hour that an autumn night has twice: the first', '2026-10-25T01:30', '2026-10-25T00:30:00Z'],
  ['an instant', '2026-07-20T15:30:00Z', '2026-07-20T15:30:00Z'],
  ['an instant of elsewhere', '2026-07-20T15:30:00+02:00', '2026-07-20T13:30:00Z'],
  ['a day: its first minute', '2026-07-20', '2026-07-19T23:00:00Z'],
])('%s', (_when, said, meant) => {
  expect(instantFrom(said, 'Europe/London')).toBe(meant);
});

test.each(['', 'soon', '15:30', '2026-13-01T10:00', '2026-02-30T10:00', '2026-11-20T25:00', 'null'])(
  '“%s” is no time',
  (said) => {
    expect(instantFrom(said, 'Europe/London')).toBeNull();
  },
);

test('an empty draft is a draft: everything may be left out', () => {
  expect(contentSchema.parse({})).toMatchObject({
    words: '',
    accounts: [],
    wantedAt: null,
    emergency: false,
    details: { eventDate: '' },
    statements: { searchable: false },
  });
});

test('a day that is none is refused', () => {
  expect(contentSchema.safeParse({ details: { eventDate: '2026-02-30' } }).success).toBe(false);
});
