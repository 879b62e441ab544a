// Is anybody to be reminded of a question this morning? Asked every day, so it leaves no trace.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { remindersDue } from '../reminders-due.ts';

export const findUnanswered = defineAction({
  name: 'questions.findUnanswered',
  kind: 'read',
  summary: 'Say whether somebody is to be reminded of a question that waits for its answer.',
  route: 'GET /policy/questions/remind',
  scope: 'school',
  who: onlySystem,
  input: z.object({}),
  output: z.object({ isDue: z.boolean() }),
  controls: ['policy.questions'],
}).handle(async (context) => ({ isDue: (await remindersDue(context)).length > 0 }));
