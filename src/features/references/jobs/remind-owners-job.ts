// Every morning; in September it asks the owners of law and guidance, once.
import { z } from 'zod';
import { defineJob } from '#kernel/jobs.ts';
import { findOwners } from '../actions/find-owners.ts';
import { remindOwners } from '../actions/remind-owners.ts';

export const remindOwnersJob = defineJob<Record<string, never>>({
  name: 'references.remindOwners',
  summary: 'Ask the owners of law and guidance each September whether the editions are current.',
  payload: z.object({}) as z.ZodType<Record<string, never>>,
  attempts: 5,
  cron: '40 5 * 9 *',
  async run({ act }) {
    if ((await act(findOwners, {})).isDue) await act(remindOwners, {});
  },
});
