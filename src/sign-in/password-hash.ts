// How passwords are kept: Node's scrypt at the cost OWASP asks for, because better-auth's own default stays below it.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** OWASP Password Storage, scrypt: N = 2^15, r = 8, p = 3. 32 MiB a try; the variants with more memory are no stronger. */
const LOG2_N = 15;
const R = 8;
const P = 3;
const KEY_BYTES = 32;

/** `scrypt$15$8$3$<salt>$<key>`: what it cost is written with it, so that the cost can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, LOG2_N, R, P);
  return ['scrypt', LOG2_N, R, P, salt.toString('base64url'), key.toString('base64url')].join('$');
}

export async function verifyPassword(input: { hash: string; password: string }): Promise<boolean> {
  const [scheme, log2N, r, p, salt, key] = input.hash.split('$');
  if (scheme !== 'scrypt' || salt === undefined || key === undefined) throw new Error('not a password hash of ours');
  const expected = Buffer.from(key, 'base64url');
  const found = await derive(input.password, Buffer.from(salt, 'base64url'), Number(log2N), Number(r), Number(p));
  return found.length === expected.length && timingSafeEqual(found, expected);
}

/** The same cost for another secret that a person types, under a salt that is kept beside it. */
export const slowHash = (secret: string, salt: Buffer): Promise<Buffer> => derive(secret, salt, LOG2_N, R, P);

/** NFKC first (NIST SP 800-63B): the same password typed on another keyboard is the same password. */
function derive(password: string, salt: Buffer, log2N: number, r: number, p: number): Promise<Buffer> {
  const N = 2 ** log2N;
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** Costs as much to check as a real one and fits no password: for addresses nobody has. */
export function decoyHash(): string {
  return [
    'scrypt',
    LOG2_N,
    R,
    P,
    randomBytes(16).toString('base64url'),
    randomBytes(KEY_BYTES).toString('base64url'),
  ].join('$');
}
