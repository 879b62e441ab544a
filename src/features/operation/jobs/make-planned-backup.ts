// Every minute: is a backup due by the plan? One that a crash broke off is due still.
import { z } from 'zod';
import { defineJob } from '#kernel/jobs.ts';
import { makeBackup, type BackupPorts } from './make-backup.ts';

export const makePlannedBackup = defineJob<Record<string, never>, BackupPorts>({
  name: 'operation.watchBackups',
  summary: 'Make the backup of the day when its time has come.',
  payload: z.object({}) as z.ZodType<Record<string, never>>,
  attempts: 1, // asked again in a minute
  cron: '* * * * *',
  run: (tools) => makeBackup(tools, 'plan'),
});
