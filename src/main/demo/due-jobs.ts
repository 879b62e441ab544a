// Does what the past had to do: each waiting job at its own time, by the demo's clock, so that nothing waits for today.
import type { MovableClock } from '#kernel/clock.ts';
import type { App } from '../compose.ts';
import { runJob } from '../worker.ts';

interface Waiting {
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
  /** Null: no time was named, so the queue wrote down its own, which is today's. */
  readonly run_at: string | null;
}

/** Runs what is due up to a moment, and leaves the clock there. What was asked for without a time is due when it is asked for. */
export async function runDueJobs(app: App, clock: MovableClock, until: Temporal.Instant): Promise<void> {
  for (let next = await firstDue(app, until); next !== undefined; next = await firstDue(app, until)) {
    const at = next.run_at === null ? clock.now() : Temporal.Instant.from(next.run_at);
    if (Temporal.Instant.compare(at, clock.now()) > 0) clock.set(at);
    const parts = {
      pool: app.database.jobs,
      registry: app.registry,
      run: app.run,
      clock,
      log: app.log,
      ports: app.ports,
    };
    await runJob(parts, app.registry.jobs.get(next.name)!, next.payload, AbortSignal.timeout(60_000));
    await app.database.owner.query('select graphile_worker.complete_jobs(array[$1::bigint])', [next.id]);
  }
  clock.set(until);
}

async function firstDue({ database }: App, until: Temporal.Instant): Promise<Waiting | undefined> {
  const { rows } = await database.owner.query<Waiting>(
    `select j.id, t.identifier as name, j.payload, case when j.run_at <> j.created_at then j.run_at end as run_at
       from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where j.run_at = j.created_at or j.run_at <= $1
      order by j.run_at <> j.created_at, j.run_at, j.id limit 1`,
    [until.toString()],
  );
  return rows[0];
}
