import { expect, it } from 'vitest';
import { addressGroup, failuresWith, GUESS_LIMITS, lockAfter, waitAfter } from './lock-out.ts';

const at = Temporal.Instant.from('2026-11-20T09:00:00Z');

it('lets five go free, then doubles the wait up to an hour', () => {
  const waits = [4, 5, 6, 7, 10, 11, 5_000].map((failures) => waitAfter(failures, GUESS_LIMITS['login-from']));
  expect(waits).toEqual([0, 60, 120, 240, 1920, 3600, 3600]);
});

it('says until when', () => {
  expect(lockAfter('factor', 4, at)).toBeNull();
  expect(lockAfter('factor', 5, at)?.toString()).toBe('2026-11-20T09:01:00Z');
});

it('starts counting again after a day without a failure', () => {
  expect(failuresWith({ failures: 9, lastAt: at.subtract({ hours: 24 }) }, at)).toBe(10);
  expect(failuresWith({ failures: 9, lastAt: at.subtract({ hours: 24, seconds: 1 }) }, at)).toBe(1);
});

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', ''],
])('counts %s as %s', (ip, group) => {
  expect(addressGroup(ip)).toBe(group);
});
