// Every morning: the review is opened when its day comes near, and its reviewers are reminded.
import { z } from 'zod';
import { defineJob } from '#kernel/jobs.ts';
import { findReminder } from '../actions/find-reminder.ts';
import { remindReviewers } from '../actions/remind-reviewers.ts';

export const remindReviewersJob = defineJob<Record<string, never>>({
  name: 'reviews.remindReviewers',
  summary: 'Open the review of the policy when its day comes near, and remind its reviewers.',
  payload: z.object({}) as z.ZodType<Record<string, never>>,
  attempts: 5,
  cron: '20 5 * * *',
  async run({ act }) {
    if ((await act(findReminder, {})).isDue) await act(remindReviewers, {});
  },
});
