// Which addresses are the school's own, and since when a role needs a second factor.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isOwnNetwork, networkSchema, sinceOf } from './sign-in-rules.ts';

it.each([
  ['198.51.100.0/24', '198.51.100.0/24'],
  [' 198.51.100.77/24 ', '198.51.100.0/24'],
  ['203.0.113.9', '203.0.113.9/32'],
  ['2001:DB8:0::/32', '2001:db8::/32'],
  ['2001:db8::1', '2001:db8::1/128'],
])('keeps %s as %s', (typed, kept) => {
  expect(networkSchema.parse(typed)).toBe(kept);
});

it.each([
  '',
  'our network',
  '0.0.0.0/0',
  '10.0.0.0/4',
  '::/0',
  '198.51.100.0/33',
  '1.2.3',
  '198.51.100.0-198.51.100.9',
])('refuses %j and says what to write', (typed) => {
  expect(networkSchema.safeParse(typed).error?.issues[0]?.message).toMatch(/198\.51\.100\.0\/24/);
});

it('knows an address of ours in every spelling, and no other', () => {
  const ours = ['198.51.100.0/24', '2001:db8::/32'];
  for (const ip of ['198.51.100.7', '::ffff:198.51.100.7', '2001:db8::7']) expect(isOwnNetwork(ours, ip)).toBe(true);
  for (const ip of ['198.51.101.7', '2001:db9::1', '', 'unknown', '::1']) expect(isOwnNetwork(ours, ip)).toBe(false);
});

it('answers to any text at all', () => {
  fc.assert(fc.property(fc.string(), (ip) => typeof isOwnNetwork(['198.51.100.0/24'], ip) === 'boolean'));
});

it('counts from the day on which a role was added, and not anew when the list is kept again', () => {
  const first = sinceOf(['headteacher'], {}, [], '2026-11-20');
  expect(first).toEqual({ headteacher: '2026-11-20' });
  const later = sinceOf(['headteacher', 'dsl'], first, ['headteacher'], '2026-12-01');
  expect(later).toEqual({ headteacher: '2026-11-20', dsl: '2026-12-01' });
  expect(sinceOf(['dsl'], later, ['headteacher', 'dsl'], '2026-12-05')).toEqual({ dsl: '2026-12-01' });
  // One that was there before days were kept has no day: there the grant of the role counts.
  expect(sinceOf(['slt'], {}, ['slt'], '2026-12-05')).toEqual({});
});
