// How often somebody asked within a minute, over all processes on this database.
import type pg from 'pg';
import type { Tally } from '#kernel/limit.ts';

export const countCalls =
  (owner: pg.Pool): Tally =>
  async ({ scopeId, who, what, minute }) => {
    const { rows } = await owner.query<{ n: number }>({
      name: 'count-call',
      text: `insert into call_count as c (scope_id, who, what, minute, n) values ($1, $2, $3, $4, 1)
             on conflict (scope_id, who, what, minute) do update set n = c.n + 1 returning n`,
      values: [scopeId, who, what, minute],
    });
    return rows[0]!.n;
  };

/** Minutes that are over count for nothing any more. */
export async function forgetCalls(owner: pg.Pool, at: Temporal.Instant): Promise<void> {
  await owner.query('delete from call_count where minute < $1', [Math.floor(at.epochMilliseconds / 60_000) - 1]);
}
