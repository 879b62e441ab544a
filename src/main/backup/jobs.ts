// Work that waits (a post to be published tomorrow) goes with the backup, in words of our own: the queue's tables change
// with its versions. What was running then is done again after a restore, as after any crash.
import type pg from 'pg';

const COLUMNS =
  'task text, payload text, queue text, run_at timestamptz, max_attempts int, attempts int, priority int, key text, flags text[], last_error text';

export const JOBS_TO_BACK_UP = `
  select t.identifier::text, j.payload::text, q.queue_name::text, j.run_at, j.max_attempts::int, j.attempts::int, j.priority::int,
         j.key::text, array(select jsonb_object_keys(j.flags))::text[], j.last_error::text
    from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
   order by j.id`;

/** A place to copy them into: within the transaction of a restore. */
export const makeJobTable = (client: pg.ClientBase): Promise<unknown> =>
  client.query(`create temporary table restored_job (${COLUMNS}) on commit drop`);

export const JOB_TABLE = 'restored_job';

/** Puts them into the queue in place of what is there. A job that had failed for good stays so. */
export async function enqueueRestored(client: pg.ClientBase): Promise<void> {
  await client.query('delete from graphile_worker._private_jobs');
  await client.query(
    `create temporary table enqueued_job on commit drop as
       select (graphile_worker.add_job(task, payload::json, queue_name => queue, run_at => run_at, max_attempts => max_attempts,
                 job_key => key, priority => priority, flags => nullif(flags, '{}'))).id as id, attempts, last_error
         from ${JOB_TABLE}`,
  );
  await client.query(
    `update graphile_worker._private_jobs j set attempts = e.attempts, last_error = e.last_error
       from enqueued_job e where e.id = j.id and e.attempts > 0`,
  );
}
