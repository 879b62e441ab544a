// When somebody leaves, and each night: what waits for an approver who is gone or away is put to the next one.
import { z } from 'zod';
import { on } from '#kernel/events.ts';
import { defineJob, type JobTools } from '#kernel/jobs.ts';
import { personLeft } from '#features/people/index.ts';
import { askApproversAnew } from '../actions/ask-approvers-anew.ts';
import { findMoved } from '../actions/find-moved.ts';

async function askAll({ act }: Pick<JobTools, 'act'>): Promise<void> {
  const { adoptionIds } = await act(findMoved, {});
  for (const adoptionId of adoptionIds) await act(askApproversAnew, { adoptionId });
}

export const askApproversNightly = defineJob<Record<string, never>>({
  name: 'adoption.askNightly',
  summary: 'Put adoptions that wait to whoever can decide on them today.',
  payload: z.object({}) as z.ZodType<Record<string, never>>,
  attempts: 5,
  cron: '23 4 * * *',
  run: (tools) => askAll(tools),
});

export const askApproversOfLeaver = defineJob({
  name: 'adoption.askNext',
  summary: 'Put adoptions that waited for a leaver to the next one who can decide.',
  payload: personLeft.payload,
  attempts: 20,
  run: (tools) => askAll(tools),
});

export const whenAnApproverLeaves = on(personLeft, askApproversOfLeaver);
