// How many guesses are allowed, and how long the wait after them is. Pure: no database, no clock.

export type GuessAbout = 'login' | 'login-from' | 'address' | 'factor';

export interface GuessLimit {
  /** Failures before the first wait. */
  readonly free: number;
  readonly firstWaitSeconds: number;
  readonly longestWaitSeconds: number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** OWASP ASVS 5.0, 6.1.1 and 6.3.1: guessing is slowed, and nobody is locked out for good by somebody else's guesses. */
export const GUESS_LIMITS: Readonly<Record<GuessAbout, GuessLimit>> = {
  // one login, from one address: a person who has forgotten, or an attacker who has one machine
  'login-from': { free: 5, firstWaitSeconds: MINUTE, longestWaitSeconds: HOUR },
  // one login, from anywhere it has never signed in: an attacker who has many machines
  login: { free: 20, firstWaitSeconds: MINUTE, longestWaitSeconds: HOUR },
  // any login, from one address: generous, because a whole school shares one
  address: { free: 100, firstWaitSeconds: MINUTE, longestWaitSeconds: HOUR },
  // codes of one login, from anywhere: whoever gets here has the password already
  factor: { free: 5, firstWaitSeconds: MINUTE, longestWaitSeconds: HOUR },
};

/** After this long without a failure, counting starts again. */
export const FORGOTTEN_AFTER_SECONDS = 24 * HOUR;
/** For this long after a sign-in, an address is one where that login is at home. */
export const AT_HOME_SECONDS = 30 * 24 * HOUR;

export function failuresWith(one: { failures: number; lastAt: Temporal.Instant }, at: Temporal.Instant): number {
  const quiet = at.since(one.lastAt).total('seconds');
  return quiet > FORGOTTEN_AFTER_SECONDS ? 1 : one.failures + 1;
}

/** 0, then 1 minute, 2, 4 … up to the longest. */
export function waitAfter(failures: number, limit: GuessLimit): number {
  if (failures < limit.free) return 0;
  return Math.min(limit.firstWaitSeconds * 2 ** Math.min(failures - limit.free, 30), limit.longestWaitSeconds);
}

export function lockAfter(about: GuessAbout, failures: number, at: Temporal.Instant): Temporal.Instant | null {
  const seconds = waitAfter(failures, GUESS_LIMITS[about]);
  return seconds === 0 ? null : at.add({ seconds });
}

/** Addresses that one attacker holds together count as one: a whole /64 of IPv6, and IPv4 however it is written. */
export function addressGroup(ip: string): string {
  const bare = ip.split('%')[0]!.toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare);
  if (mapped) return mapped[1]!;
  if (!bare.includes(':')) return bare;
  const [head = '', tail = ''] = bare.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const zeros = bare.includes('::') ? Array(Math.max(0, 8 - left.length - right.length)).fill('0') : [];
  const groups = [...left, ...zeros, ...right].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.join(':')}::/64`;
}

/** The network round an address: what one household, or a school, is likely to keep from day to day. */
export function networkGroup(ip: string): string {
  const group = addressGroup(ip);
  return group.includes(':') ? group : group.split('.').slice(0, 3).join('.');
}
