// Recovery codes: ten to print, kept as scrypt hashes, each taken once.
import { randomBytes, randomInt } from 'node:crypto';
import type { Pool } from 'pg';
import { instantOf } from './instants.ts';
import { slowHash } from './password-hash.ts';
import { RECOVERY_CODES, type CodesLeft } from './port.ts';
import type { InTurn } from './turns.ts';

/** No letter that looks like another, or like a digit (Crockford's base 32). Ten of them are 50 bits. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 10;

export interface RecoveryCodes {
  /** Ten new ones as people read them; those from before are gone. */
  make(loginId: string, at: Temporal.Instant): Promise<string[]>;
  left(loginId: string): Promise<CodesLeft | null>;
  /** Uses it up: of two requests with the same code one gets true. */
  take(loginId: string, code: string, at: Temporal.Instant): Promise<boolean>;
  removeAll(loginId: string): Promise<void>;
}

/** The letters of a recovery code, whatever stands between them and however o, i and l were read; else null. */
export function recoveryCodeIn(text: string): string | null {
  if (text.length > 40) return null;
  const letters = text.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1');
  return letters.length === LENGTH && [...letters].every((one) => LETTERS.includes(one)) ? letters : null;
}

export function recoveryCodesIn(pool: Pool, inTurn: InTurn): RecoveryCodes {
  const digestOf = (code: string, salt: Buffer) => inTurn(() => slowHash(code, salt));

  return {
    async make(loginId, at) {
      const salt = randomBytes(16);
      const codes = Array.from({ length: RECOVERY_CODES }, newCode);
      const digests = await Promise.all(codes.map((code) => digestOf(code, salt)));
      await pool.query(
        `with gone as (delete from sign_in.recovery_code where login_id = $1)
         insert into sign_in.recovery_code (login_id, digest, salt, made_at) select $1, unnest($2::bytea[]), $3, $4`,
        [loginId, digests, salt, at.toString()],
      );
      return codes.map((code) => `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`);
    },
    async left(loginId) {
      const { rows } = await pool.query<{ left: number; made_at: Date | null }>(
        `select count(*) filter (where used_at is null)::int as left, max(made_at) as made_at
           from sign_in.recovery_code where login_id = $1`,
        [loginId],
      );
      const { left, made_at } = rows[0]!;
      return made_at === null ? null : { left, madeAt: instantOf(made_at) };
    },
    async take(loginId, text, at) {
      const code = recoveryCodeIn(text);
      const { rows } = await pool.query<{ salt: Buffer }>(
        `select salt from sign_in.recovery_code where login_id = $1 limit 1`,
        [loginId],
      );
      if (code === null || rows[0] === undefined) return false;
      const { rowCount } = await pool.query(
        `update sign_in.recovery_code set used_at = $3 where login_id = $1 and digest = $2 and used_at is null`,
        [loginId, await digestOf(code, rows[0].salt), at.toString()],
      );
      return rowCount === 1;
    },
    async removeAll(loginId) {
      await pool.query(`delete from sign_in.recovery_code where login_id = $1`, [loginId]);
    },
  };
}

const newCode = (): string => Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
