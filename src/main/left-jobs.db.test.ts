// What a killed process had in hand is given back; what a living one has in hand is left alone.
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/database/open.ts';
import { giveBack, holdClaims } from './left-jobs.ts';

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await openTestDatabase();
  pool = new pg.Pool(database.owner);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

async function inHand(worker: string, seconds: number): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(`select id from graphile_worker.add_job('mail.send', '{}'::json)`);
  await pool.query(
    `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - make_interval(secs => $2) where id = $3`,
    [worker, seconds, rows[0]!.id],
  );
}
const locked = async () =>
  (
    await pool.query<{ by: string | null }>('select locked_by as by from graphile_worker._private_jobs order by id')
  ).rows.map(({ by }) => by);

test('only jobs of workers who are gone come back, and not those that were asked for anew meanwhile', async () => {
  const claims = await holdClaims(pool, (error) => {
    throw error;
  });
  claims.hold('worker-alive');
  await inHand('worker-dead', 120);
  await inHand('worker-alive', 120);
  await inHand('worker-young', 10);
  const client = await pool.connect();
  try {
    expect(await giveBack(client, new Set())).toEqual(['worker-dead']);
    expect(await locked()).toEqual([null, 'worker-alive', 'worker-young']);
    claims.close();
    // its connection ends a moment later
    while ((await giveBack(client, new Set())).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await locked()).toEqual([null, null, 'worker-young']);
    await pool.query(
      `update graphile_worker._private_jobs set locked_at = now() - interval '2 minutes', key = null, attempts = max_attempts
        where locked_by = 'worker-young'`,
    );
    await giveBack(client, new Set());
    expect(await locked()).toEqual([null, null]);
  } finally {
    client.release();
  }
});
