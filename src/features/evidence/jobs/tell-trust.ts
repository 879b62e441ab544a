// Every night: the trust is told how the policy is doing at each of its schools.
import { z } from 'zod';
import { defineJob } from '#kernel/jobs.ts';
import { publishHealth } from '../actions/publish-health.ts';
import { findTrust } from '../actions/find-trust.ts';

export const tellTrustOfHealth = defineJob({
  name: 'evidence.tellTrust',
  summary: 'Tell the trust how the policy is doing, in figures.',
  payload: z.object({}) as z.ZodType<Record<string, never>>,
  attempts: 3,
  cron: '20 4 * * *',
  async run({ act }) {
    const { belongs } = await act(findTrust, {});
    if (belongs) await act(publishHealth, {});
  },
});
