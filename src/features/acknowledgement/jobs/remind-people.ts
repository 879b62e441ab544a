// Asks and reminds, some people at a time: at once when a version asks everybody anew, and every hour, so that nobody new is
// forgotten.
import { z } from 'zod';
import { defineJob } from '#kernel/jobs.ts';
import { findRemindersDue } from '../actions/find-reminders-due.ts';
import { remindNext } from '../actions/remind-next.ts';

export const remindPeople = defineJob<{ now?: boolean; personIds?: string[] }>({
  name: 'acknowledgement.remind',
  summary: 'Ask people to confirm the policy, and remind those who have not.',
  payload: z.object({ now: z.boolean().optional(), personIds: z.array(z.string()).optional() }) as z.ZodType<{
    now?: boolean;
    personIds?: string[];
  }>,
  attempts: 5,
  cron: '7 * * * *',
  async run({ act, signal }, { now = false, personIds }) {
    const wanted = { now, ...(personIds === undefined ? {} : { personIds }) };
    while (!signal.aborted && (await act(findRemindersDue, wanted)).waiting > 0) {
      const { done } = await act(remindNext, wanted);
      if (done === 0) return; // another worker has them
    }
  },
});
