// Jobs that a killed process had in hand. The queue would keep them locked for four hours; here each worker holds a lock
// that ends with its connection, so that any process can tell within a minute who is gone, and give their jobs back.
import type pg from 'pg';

/** So young a job may belong to a worker whose lock is still on its way. */
const LEFT_AFTER = '60 seconds';
const EVERY_MS = 60_000;

const LOCK = `hashtextextended('gatepost.worker:' || $1, 0)`;

export interface Claims {
  /** This process's worker lives for as long as these claims. */
  hold(workerId: string): void;
  close(): void;
}

/** @param onError told of a look that failed; the next one tries again */
export async function holdClaims(pool: pg.Pool, onError: (error: unknown) => void): Promise<Claims> {
  const client = await pool.connect();
  const mine = new Set<string>();
  let isOpen = true;
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: a connection takes no second statement while it is busy with one. */
  const inTurn = (work: () => Promise<unknown>): void => {
    last = last.then(() => (isOpen ? work() : null)).catch(onError);
  };
  const look = () => inTurn(() => giveBack(client, mine));
  look();
  const timer = setInterval(look, EVERY_MS);
  timer.unref();
  return {
    hold(workerId) {
      mine.add(workerId);
      inTurn(() => client.query(`select pg_advisory_lock(${LOCK})`, [workerId]));
    },
    close() {
      isOpen = false;
      clearInterval(timer);
      client.release(true); // with its locks
    },
  };
}

/** @returns whose jobs were given back */
export async function giveBack(client: pg.ClientBase, mine: ReadonlySet<string>): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select distinct locked_by as id from graphile_worker._private_jobs where locked_at < now() - interval '${LEFT_AFTER}'`,
  );
  const gone: string[] = [];
  for (const { id } of rows.filter((row) => !mine.has(row.id))) {
    const { rows: tried } = await client.query<{ free: boolean }>(`select pg_try_advisory_lock(${LOCK}) as free`, [id]);
    if (!tried[0]!.free) continue;
    await client.query(`select pg_advisory_unlock(${LOCK})`, [id]);
    gone.push(id);
  }
  if (gone.length === 0) return gone;
  await client.query('select graphile_worker.force_unlock_workers($1::text[])', [gone]);
  // A job that was asked for anew while it ran is done by its successor.
  await client.query(
    `delete from graphile_worker._private_jobs
      where locked_at is null and key is null and attempts >= max_attempts and last_error is null`,
  );
  return gone;
}
