// Is anybody to be asked or reminded now?
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { isDaytime, remindersDue } from '../find-reminders.ts';

export const findRemindersDue = defineAction({
  name: 'acknowledgement.findDue',
  kind: 'read',
  summary: 'Say whether anybody is to be asked to confirm the policy, or reminded, now.',
  route: 'GET /acknowledgement/reminders/due',
  scope: 'school',
  who: onlySystem,
  input: z.object({ now: z.boolean(), personIds: z.array(z.uuid()).max(10_000).optional() }),
  output: z.object({ waiting: z.number() }),
}).handle(async (context, wanted) => {
  if (!wanted.now && !(await isDaytime(context))) return { waiting: 0 };
  const found = await remindersDue(context, wanted);
  return { waiting: found.reduce((sum, { due }) => sum + due.length, 0) };
});
