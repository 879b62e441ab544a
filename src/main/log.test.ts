// What never stands in a log.
import { expect, it } from 'vitest';
import { masked } from './log.ts';

it.each([
  ['an access token', 'Bearer gp_AbCdEf0123456789-_xyz'],
  ['the address of a calendar', '/calendar/gpc_AbCdEf0123456789-_xyz/policy.ics'],
  ['an invitation', '/join/AbCdEf0123456789-_xyz'],
])('masks %s', (_, text) => {
  const shown = masked({ path: text }) as { path: string };
  expect(shown.path).toContain('[secret]');
  expect(shown.path).not.toContain('0123456789');
});
