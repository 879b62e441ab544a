// Every five minutes: the digest of everybody who wants theirs by now.
import { z } from 'zod';
import { defineJob } from '#kernel/jobs.ts';
import { findDigests } from '../actions/find-digests.ts';
import { queueDigests } from '../actions/queue-digests.ts';

const AT_ONCE = 50;

export const sendDigests = defineJob<Record<string, never>>({
  name: 'duties.sendDigests',
  summary: 'Put together the digest of everybody who wants theirs by now.',
  payload: z.object({}) as z.ZodType<Record<string, never>>,
  attempts: 3,
  cron: '*/5 * * * *',
  async run({ act }) {
    const { personIds } = await act(findDigests, {});
    for (let from = 0; from < personIds.length; from += AT_ONCE) {
      await act(queueDigests, { personIds: personIds.slice(from, from + AT_ONCE) });
    }
  },
});
