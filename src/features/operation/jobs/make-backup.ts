// Has one backup made and writes down how it went.
import type { JobTools } from '#kernel/jobs.ts';
import { findDueBackup } from '../actions/find-due-backup.ts';
import { recordBackup } from '../actions/record-backup.ts';
import type { BackupMaker } from '../ports.ts';

export interface BackupPorts {
  readonly backups: BackupMaker;
}

export async function makeBackup(tools: JobTools<BackupPorts>, reason: 'plan' | 'asked'): Promise<void> {
  const { act, ports, clock, signal } = tools;
  const { due } = await act(findDueBackup, { isAsked: reason === 'asked' });
  if (due === null) return;
  const startedAt = clock.now().toString();
  const made = await ports.backups.make(due, signal);
  if (made.outcome === 'busy') return;
  if (made.outcome === 'failed' && signal.aborted) return; // Gatepost is stopping; it is due still when it starts again
  await act(recordBackup, { reason, startedAt, isEncrypted: true, ...made });
}
