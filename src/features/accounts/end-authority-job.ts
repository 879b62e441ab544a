// The morning after somebody's last day, their authority over accounts ends.
import { z } from 'zod';
import { defineJob } from '#kernel/jobs.ts';
import { endAuthorityOfLeaver } from './actions/end-authority-of-leaver.ts';

export const endAuthorityOfLeaverJob = defineJob({
  name: 'accounts.endAuthorityOfLeaver',
  summary: 'End a leaver’s authority over every account.',
  payload: z.object({ personId: z.string() }),
  attempts: 20,
  run: async ({ act }, payload) => void (await act(endAuthorityOfLeaver, payload)),
});
