// Challenges for passkeys: made without writing anything down, good for ten minutes, for one purpose, and once.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Pool } from 'pg';
import { sha256 } from './cookies.ts';
import { CHALLENGE_MINUTES } from './port.ts';

const NONCE_BYTES = 16;
const END_BYTES = 8;
const MAC_BYTES = 32;

/** What a challenge is for, and whose: `sign-in`, `second-step <login>`, `again <session>`, `new <session>`. */
export type Purpose = string;

export interface Challenges {
  /** Random bytes, the moment of its end, and our signature over both and the purpose. */
  make(purpose: Purpose, at: Temporal.Instant): Uint8Array<ArrayBuffer>;
  isOurs(challenge: string, purpose: Purpose, at: Temporal.Instant): boolean;
  /** Uses it up. Of two answers at once one gets true. */
  spend(challenge: string): Promise<boolean>;
  sweep(at: Temporal.Instant): Promise<void>;
}

/** @param secrets the one in use first; what an older one signed still counts */
export function challengesIn(pool: Pool, secrets: readonly [string, ...string[]]): Challenges {
  const mac = (secret: string, head: Uint8Array, purpose: Purpose) =>
    createHmac('sha256', secret).update(head).update(purpose).digest();

  return {
    make(purpose, at) {
      const head = Buffer.alloc(NONCE_BYTES + END_BYTES);
      randomBytes(NONCE_BYTES).copy(head);
      head.writeBigInt64BE(BigInt(at.add({ minutes: CHALLENGE_MINUTES }).epochMilliseconds), NONCE_BYTES);
      return new Uint8Array([...head, ...mac(secrets[0], head, purpose)]);
    },
    isOurs(challenge, purpose, at) {
      const bytes = Buffer.from(challenge, 'base64url');
      if (bytes.length !== NONCE_BYTES + END_BYTES + MAC_BYTES) return false;
      const head = bytes.subarray(0, NONCE_BYTES + END_BYTES);
      const signature = bytes.subarray(head.length);
      const ours = secrets.some((secret) => timingSafeEqual(mac(secret, head, purpose), signature));
      return ours && endOf(bytes) > at.epochMilliseconds;
    },
    async spend(challenge) {
      const bytes = Buffer.from(challenge, 'base64url');
      const { rowCount } = await pool.query(
        `insert into sign_in.spent_challenge (sha256, expires_at) values ($1, to_timestamp($2::float8 / 1000)) on conflict do nothing`,
        [sha256(bytes.toString('base64url')), endOf(bytes)],
      );
      return rowCount === 1;
    },
    async sweep(at) {
      await pool.query(`delete from sign_in.spent_challenge where expires_at <= $1`, [at.toString()]);
    },
  };
}

const endOf = (bytes: Buffer): number => Number(bytes.readBigInt64BE(NONCE_BYTES));
