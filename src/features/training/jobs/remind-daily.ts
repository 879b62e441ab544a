// Every morning: what is due goes out, and on Mondays whoever is late is reminded.
import { z } from 'zod';
import { defineJob } from '#kernel/jobs.ts';
import { remindLearners } from '../actions/remind-learners.ts';

export const remindDaily = defineJob<Record<string, never>>({
  name: 'training.remindDaily',
  summary: 'Give out guidance that is due, and remind whoever has training overdue.',
  payload: z.object({}) as z.ZodType<Record<string, never>>,
  attempts: 3,
  cron: '40 4 * * *',
  async run({ act }) {
    await act(remindLearners, {});
  },
});
