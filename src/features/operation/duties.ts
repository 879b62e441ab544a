// What the machine asks of its system administrator: jobs that stopped or that nobody does, room that runs out, a certificate that ends.
import { holds } from '#kernel/access.ts';
import type { Duty, FindDuties } from '#kernel/duty.ts';
import { SYSTEM_ADMINISTRATOR } from '#features/schools/index.ts';
import { backupDuties } from './backup-duties.ts';
import { countJobs, runningProcesses, type ProcessRow } from './queries.ts';
import { certificateUrgency, diskUrgency, nobodyDoesJobs, SILENT_AFTER, type Urgency } from './state.ts';

type Found = Pick<Duty, 'title' | 'detail'> & {
  readonly thing: string;
  readonly urgency: Urgency;
  readonly due?: string;
};

const MEGABYTE = 1024 * 1024;

export const operationDuties: FindDuties = async (context): Promise<Duty[]> => [
  ...(await backupDuties(context)),
  ...(await machineDuties(context)),
];

const machineDuties: FindDuties = async (context): Promise<Duty[]> => {
  const { actor, db, scopeId, at, now } = context;
  if (!holds(actor, SYSTEM_ADMINISTRATOR)) return [];
  const [{ failed }, processes] = await Promise.all([
    countJobs(db, now),
    runningProcesses(db, at.subtract(SILENT_AFTER).toString()),
  ]);
  const found = [...jobs(failed), ...worker(processes), ...room(processes), ...certificate(processes, at)];
  if (found.length === 0) return [];
  const clauses = (await context.policy()).clausesOf('operation.watch');
  return found.map(({ thing, due, ...words }) => ({
    id: `operation.${thing}:${scopeId}`,
    kind: `operation.${thing}`,
    href: '/school/operation',
    clauses,
    due: due ?? null,
    ...words,
  }));
};

function jobs(failed: number): Found[] {
  if (failed === 0) return [];
  return [
    {
      thing: 'jobs-failed',
      title: failed === 1 ? 'A job has failed for good' : `${failed} jobs have failed for good`,
      detail: 'Nothing is tried any more by itself. See why, then try again or give up.',
      urgency: 'soon',
    },
  ];
}

function worker(processes: readonly ProcessRow[]): Found[] {
  if (!nobodyDoesJobs(processes)) return [];
  return [
    {
      thing: 'no-worker',
      title: 'Nobody does the jobs',
      detail: 'Gatepost was started with --no-jobs, and no gatepost worker runs: nothing is published or sent.',
      urgency: 'overdue',
    },
  ];
}

/** Processes may lie on several machines; the fullest disk is the one that stops the work. */
function room(processes: readonly ProcessRow[]): Found[] {
  const [fullest] = processes.toSorted((one, other) => one.diskFree - other.diskFree);
  if (!fullest) return [];
  const urgency = diskUrgency({ free: fullest.diskFree, total: fullest.diskTotal });
  if (urgency === null) return [];
  const left = Math.floor(fullest.diskFree / MEGABYTE);
  return [
    {
      thing: 'disk-low',
      title: `The disk of ${fullest.host} is nearly full: ${left} MB are left`,
      detail: 'When it is full, nothing more can be written or sent.',
      urgency,
    },
  ];
}

function certificate(processes: readonly ProcessRow[], now: Temporal.Instant): Found[] {
  const ends = processes.flatMap(({ certificateEndsAt }) => certificateEndsAt ?? []).sort()[0];
  if (ends === undefined) return [];
  const urgency = certificateUrgency(ends, now);
  if (urgency === null) return [];
  const over = Temporal.Instant.compare(ends, now) <= 0;
  return [
    {
      thing: 'certificate-ends',
      title: over ? 'The certificate of our address has ended' : 'The certificate of our address ends soon',
      detail: over
        ? 'Browsers refuse to open Gatepost until the proxy has a new one.'
        : 'See that the proxy renews it; browsers refuse to open Gatepost after that.',
      urgency,
      due: ends,
    },
  ];
}
