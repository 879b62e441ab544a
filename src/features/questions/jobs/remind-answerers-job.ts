// Every morning: those who answer are reminded of questions that have waited too long.
import { z } from 'zod';
import { defineJob } from '#kernel/jobs.ts';
import { findUnanswered } from '../actions/find-unanswered.ts';
import { remindAnswerers } from '../actions/remind-answerers.ts';

export const remindAnswerersJob = defineJob<Record<string, never>>({
  name: 'questions.remindAnswerers',
  summary: 'Remind those who answer of questions about the policy that have waited too long.',
  payload: z.object({}) as z.ZodType<Record<string, never>>,
  attempts: 5,
  cron: '30 5 * * *',
  async run({ act }) {
    if ((await act(findUnanswered, {})).isDue) await act(remindAnswerers, {});
  },
});
