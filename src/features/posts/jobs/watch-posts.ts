// Every minute: what was not decided in time expires, and what waits is put to whoever can decide today.
import { z } from 'zod';
import { defineJob } from '#kernel/jobs.ts';
import { expirePosts } from '../actions/expire-posts.ts';

export const watchPosts = defineJob<Record<string, never>>({
  name: 'posts.watch',
  summary: 'Let undecided posts expire and keep the list of deciders true.',
  payload: z.object({}) as z.ZodType<Record<string, never>>,
  attempts: 3,
  cron: '* * * * *',
  async run({ act }) {
    await act(expirePosts, {});
  },
});
