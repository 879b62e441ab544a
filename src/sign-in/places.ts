// Where somebody signs in: whether this kind of device on this network is new for them.
import { createHmac } from 'node:crypto';
import type { Pool } from 'pg';
import { deviceOf } from './device.ts';
import { networkGroup } from './lock-out.ts';
import type { From } from './port.ts';

/** A place not seen for so long is forgotten, and new when it comes again. */
const KEPT_DAYS = 180;

export interface Places {
  /** `first`: nothing was known of this person, so there is nothing to compare with. */
  note(loginId: string, from: From, at: Temporal.Instant): Promise<'first' | 'known' | 'new'>;
  /** A password was set with a recovery link: the next sign-in is one to tell of. */
  expectRecovered(loginId: string, at: Temporal.Instant): Promise<void>;
  /** Whether this is that sign-in. True once. */
  wasRecovered(loginId: string): Promise<boolean>;
  sweep(at: Temporal.Instant): Promise<void>;
}

/** @param secrets the one in use first; what an older one wrote is still known */
export function placesIn(pool: Pool, secrets: readonly [string, ...string[]]): Places {
  const digests = ({ ip, userAgent }: From) =>
    secrets.map((secret) =>
      createHmac('sha256', secret)
        .update(`${deviceOf(userAgent)}\n${networkGroup(ip)}`)
        .digest()
        .subarray(0, 16),
    );

  return {
    async note(loginId, from, at) {
      const own = digests(from);
      const { rows } = await pool.query<{ any: boolean; this: boolean }>(
        `with seen as (select digest from sign_in.known_place where login_id = $1 and seen_at > $4),
              noted as (insert into sign_in.known_place (login_id, digest, seen_at) values ($1, $3, $5)
                        on conflict (login_id, digest) do update set seen_at = excluded.seen_at)
         select exists (select from seen) as any, exists (select from seen where digest = any ($2::bytea[])) as this`,
        [loginId, own, own[0], forgottenBefore(at), at.toString()],
      );
      if (rows[0]!.this) return 'known';
      return rows[0]!.any ? 'new' : 'first';
    },
    async expectRecovered(loginId, at) {
      await pool.query(`update sign_in.login set recovered_at = $2 where id = $1`, [loginId, at.toString()]);
    },
    async wasRecovered(loginId) {
      const { rowCount } = await pool.query(
        `update sign_in.login set recovered_at = null where id = $1 and recovered_at is not null`,
        [loginId],
      );
      return rowCount === 1;
    },
    async sweep(at) {
      await pool.query(`delete from sign_in.known_place where seen_at <= $1`, [forgottenBefore(at)]);
    },
  };
}

const forgottenBefore = (at: Temporal.Instant): string => at.subtract({ hours: 24 * KEPT_DAYS }).toString();
