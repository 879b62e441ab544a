// A backup that somebody asked for.
import { z } from 'zod';
import { defineJob } from '#kernel/jobs.ts';
import { makeBackup, type BackupPorts } from './make-backup.ts';

export const makeAskedBackup = defineJob<Record<string, never>, BackupPorts>({
  name: 'operation.backUp',
  summary: 'Make the backup that somebody asked for.',
  payload: z.object({}) as z.ZodType<Record<string, never>>,
  attempts: 1, // how it went is written down; whoever asked sees it
  run: (tools) => makeBackup(tools, 'asked'),
});
