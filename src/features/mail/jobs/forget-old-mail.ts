// Every night: mail whose time to be kept is over is removed.
import { z } from 'zod';
import { defineJob } from '#kernel/jobs.ts';
import { findOldMail } from '../actions/find-old-mail.ts';
import { forgetOldMail } from '../actions/forget-old-mail.ts';

export const forgetMail = defineJob<Record<string, never>>({
  name: 'mail.forgetOldMail',
  summary: 'Remove mail whose time to be kept is over.',
  payload: z.object({}) as z.ZodType<Record<string, never>>,
  attempts: 5,
  cron: '50 3 * * *',
  async run({ act }) {
    if ((await act(findOldMail, {})).isAny) await act(forgetOldMail, {});
  },
});
