// Is there anything to do about the review this morning? Asked every day, so it leaves no trace.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { whatIsDue } from '../what-is-due.ts';

export const findReminder = defineAction({
  name: 'reviews.findReminder',
  kind: 'read',
  summary: 'Say whether the review of the policy is to be opened, or its reviewers reminded.',
  route: 'GET /reviews/remind',
  scope: 'school',
  who: onlySystem,
  input: z.object({}),
  output: z.object({ isDue: z.boolean() }),
  controls: ['policy.review'],
}).handle(async (context) => ({ isDue: (await whatIsDue(context)) !== null }));
