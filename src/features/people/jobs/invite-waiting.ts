// Makes the invitations that wait, some at a time. Each minute it looks whether any were left behind by a process that ended.
import { z } from 'zod';
import { defineJob } from '#kernel/jobs.ts';
import { findWaitingInvitations } from '../actions/find-waiting-invitations.ts';
import { inviteNext } from '../actions/invite-next.ts';

export const inviteWaiting = defineJob({
  name: 'people.inviteWaiting',
  summary: 'Make the invitations that many people at once were asked for.',
  payload: z.object({}) as z.ZodType<Record<string, never>>,
  attempts: 5,
  cron: '* * * * *',
  async run({ act, signal }) {
    while (!signal.aborted && (await act(findWaitingInvitations, {})).isWaiting) {
      const { done } = await act(inviteNext, {});
      if (done === 0) return; // another worker has them
    }
  },
});
