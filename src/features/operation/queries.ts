// Every statement of the operation feature. Each goes through a function of the database that knows whose school asks.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';

export type JobState = 'running' | 'failed' | 'retrying' | 'planned' | 'waiting';

export interface JobRow {
  readonly id: string;
  readonly task: string;
  readonly isOwn: boolean;
  readonly state: JobState;
  readonly runAt: string;
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly lastError: string | null;
}

export interface ProcessRow {
  readonly id: string;
  readonly does: 'pages-and-jobs' | 'pages' | 'jobs';
  readonly gatepost: string;
  readonly node: string;
  readonly host: string;
  readonly startedAt: string;
  readonly seenAt: string;
  readonly diskFree: number;
  readonly diskTotal: number;
  readonly certificateEndsAt: string | null;
  readonly certificateTrouble: string | null;
}

export interface Sizes {
  readonly databaseBytes: number | null;
  readonly ownPictureBytes: number;
  readonly pictureBytes: number | null;
  readonly serverVersion: string | null;
  readonly schemaVersion: string | null;
}

const MOST_SHOWN = 100;

/** Those that failed at least once, the newest first. */
export async function troubledJobs(db: Db, now: string): Promise<JobRow[]> {
  const { rows } = await sql<JobRow>`
    select id::text as id, task, is_own as "isOwn", state, run_at as "runAt", attempts, max_attempts as "maxAttempts",
           last_error as "lastError"
      from app.jobs(${now}::timestamptz) where state in ('failed', 'retrying')
     order by state, run_at desc, id limit ${MOST_SHOWN}`.execute(db);
  return rows;
}

export async function countJobs(db: Db, now: string): Promise<Readonly<Record<JobState, number>>> {
  const { rows } = await sql<{ state: JobState; n: number }>`
    select state, count(*)::int as n from app.jobs(${now}::timestamptz) group by state`.execute(db);
  const none = { running: 0, failed: 0, retrying: 0, planned: 0, waiting: 0 };
  return { ...none, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) };
}

/** Empty for every school but the first. */
export async function runningProcesses(db: Db, since: string): Promise<ProcessRow[]> {
  const { rows } = await sql<ProcessRow>`
    select id, does, gatepost, node, host, started_at as "startedAt", seen_at as "seenAt", disk_free as "diskFree",
           disk_total as "diskTotal", certificate_ends_at as "certificateEndsAt", certificate_trouble as "certificateTrouble"
      from app.running_processes(${since}::timestamptz)`.execute(db);
  return rows;
}

export async function readSizes(db: Db): Promise<Sizes> {
  const { rows } = await sql<Sizes>`
    select database_bytes as "databaseBytes", own_picture_bytes as "ownPictureBytes", picture_bytes as "pictureBytes",
           server_version as "serverVersion", schema_version as "schemaVersion" from app.sizes()`.execute(db);
  return rows[0]!;
}

/** @returns the name of the job; null when there is none of that number that failed */
export async function retryJobNow(db: Db, jobId: string): Promise<string | null> {
  const { rows } = await sql<{ task: string | null }>`select app.retry_job(${jobId}::bigint) as task`.execute(db);
  return rows[0]?.task ?? null;
}

/** @returns as `retryJobNow` */
export async function dropJob(db: Db, jobId: string): Promise<string | null> {
  const { rows } = await sql<{ task: string | null }>`select app.give_up_job(${jobId}::bigint) as task`.execute(db);
  return rows[0]?.task ?? null;
}
