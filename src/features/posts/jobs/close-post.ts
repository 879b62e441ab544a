// The day after a vacancy's closing date: it comes down by itself, or its runner is asked to take it down.
import { z } from 'zod';
import { defineJob } from '#kernel/jobs.ts';
import { closeAfterDate } from '../actions/close-after-date.ts';

export const closePost = defineJob<{ postId: string }>({
  name: 'posts.closeAfterDate',
  summary: 'Take a post down after its closing date.',
  payload: z.object({ postId: z.string() }),
  attempts: 10,
  async run({ act }, { postId }) {
    await act(closeAfterDate, { postId });
  },
});
