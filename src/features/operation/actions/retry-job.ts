// Have a job that failed tried again at once.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { systemAdministrators } from '#features/schools/index.ts';
import { jobNumber, noFailedJob } from '../job-number.ts';
import { retryJobNow } from '../queries.ts';

export const retryJob = defineAction({
  name: 'operation.retryJob',
  kind: 'write',
  summary: 'Have a job that failed tried again at once.',
  route: 'POST /operation/jobs/{jobId}/retry',
  scope: 'school',
  who: systemAdministrators,
  input: z.object({ jobId: jobNumber }),
  output: z.object({ job: z.string() }),
  controls: ['operation.watch'],
  about: ({ jobId }, { job }) => ({ jobId, job }),
}).handle(async ({ db }, { jobId }) => {
  const job = await retryJobNow(db, jobId);
  if (job === null) throw noFailedJob();
  return { job };
});
