// For whom backups of this installation are locked, read from a database of any schema.
import pg from 'pg';
import type { Address } from '#db/pool.ts';

/** @returns public keys (age1…); none where nobody has made a recovery key yet */
export async function recipientsIn(address: Address): Promise<readonly string[]> {
  const client = new pg.Client({ ...address });
  await client.connect();
  try {
    const { rows } = await client.query<{ is_there: boolean }>(
      `select to_regclass('public.backup_plan') is not null as is_there`,
    );
    if (rows[0]?.is_there !== true) return [];
    const plan = await client.query<{ recipients: string[] }>(
      'select p.recipients from backup_plan p join installation i on i.first_school_id = p.school_id',
    );
    return plan.rows[0]?.recipients ?? [];
  } finally {
    await client.end();
  }
}
