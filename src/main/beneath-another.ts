// The schema is not changed beneath a Gatepost that runs: an older program would go on with a database it does not know.
import pg from 'pg';
import { otherHolder } from '#db/embedded/app-lock.ts';
import type { Address } from '#db/pool.ts';
import { SILENT_AFTER } from '#features/operation/state.ts';
import { fail } from '#kernel/errors.ts';

/** @throws a failure when another Gatepost holds the data folder, or has said lately that it lives */
export async function refuseBeneathAnother(dataDir: string, address: Address, now: Temporal.Instant): Promise<void> {
  const other = (await byLock(dataDir)) ?? (await byHeartbeat(address, now.subtract(SILENT_AFTER)));
  if (other === null) return;
  throw fail.conflict({
    code: 'another-runs',
    message: `${other} is running on this data, and this version would change the database beneath it. Nothing was changed.`,
    remedy: `Stop it first (a service: systemctl stop gatepost) and do this again; one that was killed counts for ${SILENT_AFTER.minutes} minutes more. To change the database all the same: gatepost migrate`,
  });
}

async function byLock(dataDir: string): Promise<string | null> {
  const holder = await otherHolder(dataDir);
  if (holder === null) return null;
  return holder.pid === undefined ? 'Another Gatepost' : `Another Gatepost (process ${holder.pid})`;
}

async function byHeartbeat(address: Address, since: Temporal.Instant): Promise<string | null> {
  const client = new pg.Client({ ...address });
  await client.connect();
  try {
    // Older schemas have no such table.
    const { rows: tables } = await client.query<{ there: boolean }>(
      `select to_regclass('public.running_process') is not null as there`,
    );
    if (tables[0]?.there !== true) return null;
    const { rows } = await client.query<{ gatepost: string; host: string }>(
      'select gatepost, host from running_process where seen_at >= $1 order by seen_at desc limit 1',
      [since.toString()],
    );
    return rows[0] === undefined ? null : `Another Gatepost (${rows[0].gatepost}, on ${rows[0].host})`;
  } finally {
    await client.end();
  }
}
