// When processes, room and certificate are worth a word, and how pressing it is. Pure.
import type { Duty } from '#kernel/duty.ts';

export type Urgency = Duty['urgency'];

export interface Disk {
  readonly free: number;
  readonly total: number;
}

const MEGABYTE = 1024 * 1024;
/** Below this a database soon stops taking anything in. */
const NEARLY_FULL = 300 * MEGABYTE;
const LOW = 2_000 * MEGABYTE;
const LOW_SHARE = 0.05;

/** @returns null while there is room enough */
export function diskUrgency({ free, total }: Disk): Urgency | null {
  if (free < NEARLY_FULL) return 'overdue';
  return free < Math.min(LOW, total * LOW_SHARE) ? 'soon' : null;
}

const DYING_DAYS = 21;
const DYING_SOON_DAYS = 7;
const HOURS_A_DAY = 24;

/** @returns null while the certificate is good for a while */
export function certificateUrgency(endsAt: string, now: Temporal.Instant): Urgency | null {
  const days = Temporal.Instant.from(endsAt).since(now).total('hours') / HOURS_A_DAY;
  if (days <= DYING_SOON_DAYS) return 'overdue';
  return days <= DYING_DAYS ? 'soon' : null;
}

/** A process that has said nothing for so long has ended. */
export const SILENT_AFTER = { minutes: 3 } as const;

/** Some serve pages, and none does the jobs: started with --no-jobs, and no worker beside it. */
export const nobodyDoesJobs = (running: readonly { readonly does: string }[]): boolean =>
  running.length > 0 && running.every(({ does }) => does === 'pages');
