// Authenticator apps: the seed is kept locked, and a code is taken once only, half a minute early or late at most.
import { createOTP } from '@better-auth/utils/otp';
import { generateRandomString } from 'better-auth/crypto';
import type { Pool } from 'pg';
import type { Keyring } from '#kernel/keyring.ts';
import { openText, seal } from '#kernel/secret-box.ts';

/** RFC 6238: half-minutes since 1970; one either side for a clock that is a little off. */
const STEP_SECONDS = 30;
const STEPS_OFF = 1;
/** So long a seed that was shown waits for its first code. */
const ENROLMENT_HOURS = 1;

export interface Authenticators {
  isOn(loginId: string): Promise<boolean>;
  /** The seed of an enrolment not yet confirmed, new if there is none of this hour; null if already confirmed. */
  begin(login: { id: string; email: string }, at: Temporal.Instant): Promise<{ uri: string; secret: string } | null>;
  hasBegun(loginId: string, at: Temporal.Instant): Promise<boolean>;
  /** Takes a code for good: of two requests with the same code one gets true. */
  take(loginId: string, code: string, at: Temporal.Instant): Promise<boolean>;
  /** Like `take`, for the first code of an enrolment. */
  confirm(loginId: string, code: string, at: Temporal.Instant): Promise<boolean>;
  remove(loginId: string): Promise<boolean>;
}

/** Six digits, with or without the space in the middle that apps show; else null. */
export function codeIn(text: string): string | null {
  const digits = text.length > 20 ? '' : text.replace(/[\s-]/g, '');
  return /^[0-9]{6}$/.test(digits) ? digits : null;
}

export function authenticatorsIn(pool: Pool, ring: Keyring): Authenticators {
  const context = (loginId: string) => `totp/${loginId}`;

  async function row(loginId: string) {
    const { rows } = await pool.query<{
      seed_box: Buffer;
      started_at: Date;
      confirmed_at: Date | null;
      last_step: string | null;
    }>(`select seed_box, started_at, confirmed_at, last_step from sign_in.second_factor where login_id = $1`, [
      loginId,
    ]);
    return rows[0];
  }

  async function stepOf(loginId: string, code: string, at: Temporal.Instant, confirmed: boolean) {
    const digits = codeIn(code);
    const found = await row(loginId);
    if (digits === null || found === undefined || (found.confirmed_at !== null) !== confirmed) return null;
    const otp = createOTP(openText(ring, found.seed_box, context(loginId)));
    const now = Math.floor(at.epochMilliseconds / 1000 / STEP_SECONDS);
    let step: number | null = null;
    for (let tried = now - STEPS_OFF; tried <= now + STEPS_OFF; tried++) {
      const right = await otp.hotp(tried);
      if (right === digits && (found.last_step === null || tried > Number(found.last_step))) step = tried;
    }
    return step;
  }

  return {
    isOn: async (loginId) => ((await row(loginId))?.confirmed_at ?? null) !== null,
    async begin(login, at) {
      const box = seal(ring, generateRandomString(32), context(login.id));
      await pool.query(
        `insert into sign_in.second_factor as f (login_id, seed_box, started_at) values ($1, $2, $3)
         on conflict (login_id) do update set seed_box = excluded.seed_box, started_at = excluded.started_at
          where f.confirmed_at is null and f.started_at <= $4`,
        [login.id, box, at.toString(), earliestStart(at).toString()],
      );
      const kept = await row(login.id);
      if (kept === undefined || kept.confirmed_at !== null) return null;
      const uri = createOTP(openText(ring, kept.seed_box, context(login.id))).url('Gatepost', login.email);
      return { uri, secret: new URL(uri).searchParams.get('secret')! };
    },
    async hasBegun(loginId, at) {
      const begun = await row(loginId);
      return begun?.confirmed_at === null && begun.started_at.getTime() > earliestStart(at).epochMilliseconds;
    },
    async take(loginId, code, at) {
      const step = await stepOf(loginId, code, at, true);
      if (step === null) return false;
      const { rowCount } = await pool.query(
        `update sign_in.second_factor set last_step = $2
          where login_id = $1 and confirmed_at is not null and last_step < $2`,
        [loginId, step],
      );
      return rowCount === 1;
    },
    async confirm(loginId, code, at) {
      const step = await stepOf(loginId, code, at, false);
      if (step === null) return false;
      const { rowCount } = await pool.query(
        `update sign_in.second_factor set last_step = $2, confirmed_at = $3 where login_id = $1 and confirmed_at is null and started_at > $4`,
        [loginId, step, at.toString(), earliestStart(at).toString()],
      );
      return rowCount === 1;
    },
    async remove(loginId) {
      const { rowCount } = await pool.query(`delete from sign_in.second_factor where login_id = $1`, [loginId]);
      return rowCount === 1;
    },
  };
}

const earliestStart = (at: Temporal.Instant) => at.subtract({ hours: ENROLMENT_HOURS });
