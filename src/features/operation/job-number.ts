// The number of a job in the queue, and what is said when nothing stands there.
import { z } from 'zod';
import { fail, type Failure } from '#kernel/errors.ts';

export const jobNumber = z.string().regex(/^\d{1,18}$/, 'must be the number of a job');

export const noFailedJob = (): Failure =>
  fail.notFound('failed job', {
    remedy: 'Load the page again: it may have been tried meanwhile, or runs just now.',
  });
