// Every minute: what was not decided in time expires, what waits is put to whoever can decide, what should be out is asked for again.
import { z } from 'zod';
import { defineJob } from '#kernel/jobs.ts';
import { expirePosts } from '../actions/expire-posts.ts';
import { listDue } from '../actions/list-due.ts';
import { resumePublishing } from '../actions/resume-publishing.ts';

export const watchPosts = defineJob<Record<string, never>>({
  name: 'posts.watch',
  summary: 'Let undecided posts expire, keep the list of deciders true, and see that what was begun is finished.',
  payload: z.object({}) as z.ZodType<Record<string, never>>,
  attempts: 3,
  cron: '* * * * *',
  async run({ act }) {
    const { overdue, moved, stalled } = await act(listDue, {});
    if (overdue.length + moved.length > 0) await act(expirePosts, {});
    if (stalled.length > 0) await act(resumePublishing, { postIds: stalled });
  },
});
