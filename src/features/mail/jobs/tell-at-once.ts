// Sends by mail what somebody must hear of at once.
import { z } from 'zod';
import { defineJob } from '#kernel/jobs.ts';
import { queueNotice } from '../actions/queue-notice.ts';

export const tellAtOnce = defineJob<{ notices: { noticeId: string; personId: string }[] }>({
  name: 'mail.tellAtOnce',
  summary: 'Send notices by mail that cannot wait for the digest.',
  payload: z.object({ notices: z.array(z.object({ noticeId: z.string(), personId: z.string() })) }),
  attempts: 5,
  async run({ act }, { notices }) {
    await act(queueNotice, { notices });
  },
});
