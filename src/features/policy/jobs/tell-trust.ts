// Every ten minutes: the trust is told how each school's policy stands, where that has changed.
import { z } from 'zod';
import { defineJob } from '#kernel/jobs.ts';
import { findTrustFigure } from '../actions/find-trust-figure.ts';
import { publishToTrust } from '../actions/publish-to-trust.ts';

export const tellTrust = defineJob({
  name: 'policy.tellTrust',
  summary: 'Tell the trust how the school’s policy stands, where that has changed.',
  payload: z.object({}) as z.ZodType<Record<string, never>>,
  attempts: 1, // asked again in ten minutes
  cron: '*/10 * * * *',
  async run({ act }) {
    const { due } = await act(findTrustFigure, {});
    if (due) await act(publishToTrust, {});
  },
});
