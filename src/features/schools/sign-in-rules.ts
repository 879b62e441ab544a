// How people of a school sign in: who needs a second factor and from when, how long a session lives, and which networks are ours.
import ipaddr from 'ipaddr.js';
import { z } from 'zod';

/** Everything that somebody who signs in can be to a school, or answer for there. */
export const SIGN_IN_ROLES = [
  'headteacher',
  'deputy-headteacher',
  'slt',
  'dsl',
  'deputy-dsl',
  'administrator',
  'computing-lead',
  'business-manager',
  'data-protection-lead',
  'chair-of-governors',
  'account-runner',
  'author',
  'system-administrator',
  'staff',
  'teaching',
  'support',
  'supply',
  'governor',
  'volunteer',
  'contractor',
] as const;
export const signInRoleSchema = z.enum(SIGN_IN_ROLES, `There is no such role. Choose of: ${SIGN_IN_ROLES.join(', ')}.`);

export const graceDaysSchema = z.number().int().min(0, 'At least 0 days.').max(30, 'At most 30 days.');
export const idleMinutesSchema = z
  .number()
  .int()
  .min(15, 'At least a quarter of an hour.')
  .max(1440, 'At most 24 hours.');
export const sessionDaysSchema = z.number().int().min(1, 'At least a day.').max(30, 'At most 30 days.');

/** An address or a range of them, as `198.51.100.0/24` or `2001:db8::/32`; written the same way whoever types it. */
export const networkSchema = z
  .string()
  .trim()
  .max(60, 'At most 60 characters.')
  .transform((text, context) => {
    const range = rangeIn(text);
    if (range !== null) return range;
    context.addIssue({
      code: 'custom',
      message: 'Write a public address, or a range such as 198.51.100.0/24. Whoever keeps your network knows it.',
    });
    return z.NEVER;
  });

/** Is this address in one of the school's own networks? */
export function isOwnNetwork(networks: readonly string[], ip: string): boolean {
  if (!ipaddr.isValid(ip)) return false;
  const address = ipaddr.process(ip);
  return networks.some((network) => {
    const [range, bits] = ipaddr.parseCIDR(network);
    return range.kind() === address.kind() && address.match(range, bits);
  });
}

function rangeIn(text: string): string | null {
  const whole = text.includes('/') ? text : `${text}/${text.includes(':') ? 128 : 32}`;
  if (!ipaddr.IPv4.isValidCIDRFourPartDecimal(whole) && !ipaddr.IPv6.isValidCIDR(whole)) return null;
  const [address, bits] = ipaddr.parseCIDR(whole);
  // Half the world is nobody's own network.
  if (bits < (address.kind() === 'ipv4' ? 8 : 16)) return null;
  return `${address.kind() === 'ipv4' ? ipaddr.IPv4.networkAddressFromCIDR(whole) : ipaddr.IPv6.networkAddressFromCIDR(whole)}/${bits}`;
}

/** Since when each role is one of those that need a second factor: a role that was one already keeps its day. */
export const sinceOf = (
  roles: readonly string[],
  before: Readonly<Record<string, string>>,
  wereRoles: readonly string[],
  today: string,
): Record<string, string> =>
  Object.fromEntries(
    roles.flatMap((role) => {
      const since = wereRoles.includes(role) ? before[role] : today;
      return since === undefined ? [] : [[role, since]];
    }),
  );
