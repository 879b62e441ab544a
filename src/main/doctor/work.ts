// Whether the work gets done: jobs, seals, backups.
import type pg from 'pg';
import { nobodyDoesJobs, SILENT_AFTER } from '#features/operation/state.ts';
import type { Clock } from '#kernel/clock.ts';
import { ok, warn, wrong, type Finding } from './finding.ts';

/** Jobs that are due wait no longer than this while somebody does them. */
const PATIENCE_MINUTES = 10;

export async function jobsFinding(client: pg.Client, clock: Clock, isRunning: boolean): Promise<Finding> {
  const about = 'Jobs';
  const seenSince = clock.now().subtract(SILENT_AFTER).toString();
  const { rows: running } = await client.query<{ does: string }>('select does from running_process where seen_at >= $1', [seenSince]); // prettier-ignore
  if (nobodyDoesJobs(running)) return wrong(about, 'Gatepost serves pages, and nobody does the jobs: nothing is published or sent.', 'It was started with --no-jobs. Start gatepost worker beside it, or start it without.'); // prettier-ignore
  const { rows } = await client.query<{ failed: number; due: number; minutes: number }>(`
    select count(*) filter (where attempts >= max_attempts and last_error is not null and locked_at is null)::int as failed,
           count(*) filter (where attempts < max_attempts and locked_at is null and run_at <= now())::int as due,
           coalesce(max(extract(epoch from now() - run_at)) filter (where attempts < max_attempts and locked_at is null), 0)::float8 / 60 as minutes
      from graphile_worker._private_jobs`);
  const { failed, due, minutes } = rows[0]!;
  if (isRunning && minutes > PATIENCE_MINUTES) return wrong(about, `${counted(due, 'job is', 'jobs are')} due, the oldest for ${Math.round(minutes)} minutes, and not done.`, 'The log says why the jobs stopped. Start Gatepost again, or gatepost worker where pages and jobs are apart.'); // prettier-ignore
  if (failed > 0) return warn(about, `${counted(failed, 'has', 'have')} failed for good.`, 'Look at them on /school/operation: try them again there, or give them up.'); // prettier-ignore
  return ok(about, due === 0 ? 'None is due, and none has failed.' : `${counted(due, 'waits its', 'wait their')} turn; none has failed.`); // prettier-ignore
}

const counted = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

const SEALED_WITHIN_SECONDS = 60;

export async function sealsFinding(client: pg.Client, clock: Clock, isRunning: boolean): Promise<Finding> {
  const about = 'Ledger';
  const { rows } = await client.query<{ n: number; since: Date | null }>('select count(*)::int as n, min(at) as since from entry_pending'); // prettier-ignore
  const { n, since } = rows[0]!;
  const waited = since === null ? 0 : (clock.now().epochMilliseconds - since.getTime()) / 1_000;
  if (isRunning && waited > SEALED_WITHIN_SECONDS) return wrong(about, `${counted(n, 'entry waits for its', 'entries wait for their')} seal, the oldest for ${Math.round(waited)} seconds.`, 'Sealing has stopped: the log says why. Nothing is lost; they are sealed when it goes on.'); // prettier-ignore
  return ok(
    about,
    n === 0
      ? 'Every entry is sealed.'
      : `${counted(n, 'entry waits for its', 'entries wait for their')} seal, which ${isRunning ? 'follows within a second' : 'the next start sets'}.`,
  );
}

const OLD_HOURS = 36;

export async function backupFinding(client: pg.Client, clock: Clock): Promise<Finding> {
  const about = 'Backup';
  const { rows } = await client.query<{ good: Date | null; problem: string | null; planned: boolean }>(`
    select (select max(ended_at) from backup where outcome = 'good') as good,
           (select problem from backup order by started_at desc limit 1) as problem,
           exists (select from backup_plan where daily_at is not null) as planned`);
  const { good, problem, planned } = rows[0]!;
  const remedy = planned ? 'See why below Backups on /school/operation, or make one now: gatepost backup' : 'Plan one for every day, or make one now: gatepost backup'; // prettier-ignore
  if (good === null) return warn(about, 'There is none yet.', remedy);
  const hours = (clock.now().epochMilliseconds - good.getTime()) / 3_600_000;
  if (hours > OLD_HOURS) return warn(about, `The last good one is ${Math.round(hours / 24)} days old.${problem ? ` The newest try failed: ${problem}` : ''}`, remedy); // prettier-ignore
  return ok(
    about,
    `The last good one is ${hours < 1 ? 'less than an hour' : counted(Math.floor(hours), 'hour', 'hours')} old.`,
  );
}
