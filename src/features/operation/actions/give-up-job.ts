// Take a job that failed out of the queue for good.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { systemAdministrators } from '#features/schools/index.ts';
import { jobNumber, noFailedJob } from '../job-number.ts';
import { dropJob } from '../queries.ts';

export const giveUpJob = defineAction({
  name: 'operation.giveUpJob',
  kind: 'write',
  summary: 'Take a job that failed out of the queue for good.',
  route: 'POST /operation/jobs/{jobId}/give-up',
  scope: 'school',
  who: systemAdministrators,
  input: z.object({ jobId: jobNumber }),
  output: z.object({ job: z.string() }),
  controls: ['operation.watch'],
  about: ({ jobId }, { job }) => ({ jobId, job }),
}).handle(async ({ db }, { jobId }) => {
  const job = await dropJob(db, jobId);
  if (job === null) throw noFailedJob();
  return { job };
});
