// Counts guesses in the database, before they are tried, so that neither a restart nor a hundred at once gets round the limit.
import { createHmac } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { instantOf, instantOrNull } from './instants.ts';
import { addressGroup, AT_HOME_SECONDS, failuresWith, FORGOTTEN_AFTER_SECONDS, lockAfter } from './lock-out.ts';
import type { GuessAbout } from './lock-out.ts';

interface GuessKey {
  readonly about: GuessAbout;
  readonly subject: Buffer;
  readonly address: Buffer;
}

/** Leave to try once. It counts as a failure until it is forgiven. */
export interface Ticket {
  readonly kind: 'ticket';
  readonly keys: readonly GuessKey[];
  /** Set if this try was the last before a wait. */
  readonly lockedUntil: Temporal.Instant | null;
}

export type Taken = Ticket | { readonly kind: 'locked'; readonly until: Temporal.Instant };

export interface Guesses {
  takeForPassword(email: string, ip: string, at: Temporal.Instant): Promise<Taken>;
  /** For what names no login: only where it comes from is counted. */
  takeForAddress(ip: string, at: Temporal.Instant): Promise<Taken>;
  takeForFactor(loginId: string, at: Temporal.Instant): Promise<Taken>;
  /** It was right: what it cost is given back. */
  forgive(ticket: Ticket, at: Temporal.Instant): Promise<void>;
  /** Lifts every lock of a login, wherever it was guessed from. */
  clear(email: string, loginId: string): Promise<void>;
  sweep(at: Temporal.Instant): Promise<void>;
}

export function guessesIn(pool: Pool, secret: string): Guesses {
  const digest = (text: string) => createHmac('sha256', secret).update(text).digest().subarray(0, 16);
  const nothing = Buffer.alloc(0);
  const ofLogin = (email: string) => digest(`login ${email}`);
  const ofFactor = (loginId: string) => digest(`factor ${loginId}`);

  const ofAddress = (ip: string) => digest(`address ${addressGroup(ip)}`);

  return {
    takeForPassword(email, ip, at) {
      const subject = ofLogin(email);
      const address = ofAddress(ip);
      const keys: GuessKey[] = [
        { about: 'login-from', subject, address },
        { about: 'login', subject, address: nothing },
        { about: 'address', subject: nothing, address },
      ];
      return take(pool, keys, at);
    },
    takeForAddress: (ip, at) => take(pool, [{ about: 'address', subject: nothing, address: ofAddress(ip) }], at),
    takeForFactor: (loginId, at) => take(pool, [{ about: 'factor', subject: ofFactor(loginId), address: nothing }], at),
    async forgive(ticket, at) {
      // An address gets back this one try only: else an attacker's own login would wipe out his guesses at others.
      await pool.query(
        `with mine as (${LOCKED_ROWS})
         update sign_in.guess g
            set failures = case when g.about = 'address' then greatest(g.failures - 1, 0) else 0 end,
                locked_until = null,
                succeeded_at = case when g.about = 'login-from' then $4 else g.succeeded_at end
           from mine where (g.about, g.subject, g.address) = (mine.about, mine.subject, mine.address)`,
        [...columns(ticket.keys), at.toString()],
      );
    },
    async clear(email, loginId) {
      await pool.query(
        `update sign_in.guess set failures = 0, locked_until = null where about <> 'address' and subject = any($1::bytea[])`,
        [[ofLogin(email), ofFactor(loginId)]],
      );
    },
    async sweep(at) {
      await pool.query(`delete from sign_in.guess where last_at < $1 and (succeeded_at is null or succeeded_at < $2)`, [
        at.subtract({ seconds: FORGOTTEN_AFTER_SECONDS }).toString(),
        at.subtract({ seconds: AT_HOME_SECONDS }).toString(),
      ]);
    },
  };
}

async function take(pool: Pool, keys: readonly GuessKey[], at: Temporal.Instant): Promise<Taken> {
  const client = await pool.connect();
  let failed: Error | undefined;
  try {
    await client.query('begin');
    const taken = await takeIn(client, keys, at);
    await client.query(taken.kind === 'ticket' ? 'commit' : 'rollback');
    return taken;
  } catch (error) {
    failed = error as Error;
    throw error;
  } finally {
    client.release(failed);
  }
}

interface GuessRow {
  about: GuessAbout;
  subject: Buffer;
  address: Buffer;
  failures: number;
  last_at: Date;
  locked_until: Date | null;
  succeeded_at: Date | null;
}

/** Rows are made and locked in the order of their key, so that two tries never wait for each other in a ring. */
const LOCKED_ROWS = `
  select g.* from sign_in.guess g join unnest($1::text[], $2::bytea[], $3::bytea[]) k (about, subject, address)
      on (g.about, g.subject, g.address) = (k.about, k.subject, k.address)
   order by g.about, g.subject, g.address for update of g`;

async function takeIn(client: PoolClient, keys: readonly GuessKey[], at: Temporal.Instant): Promise<Taken> {
  await client.query(
    `insert into sign_in.guess (about, subject, address, failures, last_at)
     select about, subject, address, 0, $4 from unnest($1::text[], $2::bytea[], $3::bytea[]) k (about, subject, address)
      order by 1, 2, 3 on conflict do nothing`,
    [...columns(keys), at.toString()],
  );
  const { rows } = await client.query<GuessRow>(LOCKED_ROWS, columns(keys));
  const counted = rows.some((row) => isAtHome(row, at)) ? rows.filter((row) => row.about !== 'login') : rows;
  const locks = counted
    .map((row) => instantOrNull(row.locked_until))
    .filter((until) => until !== null && isAfter(until, at));
  if (locks.length > 0) return { kind: 'locked', until: latest(locks)! };

  const after = counted.map((row) => {
    const failures = failuresWith({ failures: row.failures, lastAt: instantOf(row.last_at) }, at);
    return { row, failures, lock: lockAfter(row.about, failures, at) };
  });
  await client.query(
    `update sign_in.guess g set failures = k.failures, last_at = $6, locked_until = k.locked_until
       from unnest($1::text[], $2::bytea[], $3::bytea[], $4::int[], $5::timestamptz[])
            k (about, subject, address, failures, locked_until)
      where (g.about, g.subject, g.address) = (k.about, k.subject, k.address)`,
    [
      ...columns(counted),
      after.map(({ failures }) => failures),
      after.map(({ lock }) => lock?.toString() ?? null),
      at.toString(),
    ],
  );
  const keysCounted = counted.map(({ about, subject, address }) => ({ about, subject, address }));
  return { kind: 'ticket', keys: keysCounted, lockedUntil: latest(after.map(({ lock }) => lock)) };
}

/** The owner, where he has signed in before: guesses from elsewhere do not keep him out. */
const isAtHome = (row: GuessRow, at: Temporal.Instant) =>
  row.succeeded_at !== null && isAfter(instantOf(row.succeeded_at).add({ seconds: AT_HOME_SECONDS }), at);

const columns = (keys: readonly GuessKey[]) => [
  keys.map(({ about }) => about),
  keys.map(({ subject }) => subject),
  keys.map(({ address }) => address),
];

const isAfter = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) > 0;
const latest = (all: readonly (Temporal.Instant | null)[]) =>
  all.reduce((best, one) => (one !== null && (best === null || isAfter(one, best)) ? one : best), null);
