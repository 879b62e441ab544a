// Remind people now: all who have not confirmed yet, or some of them. They are written to in batches, each at most once a day.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { askers } from '../access.ts';
import { remindersDue } from '../find-reminders.ts';
import { remindPeople } from '../jobs/remind-people.ts';

export const askPeople = defineAction({
  name: 'acknowledgement.ask',
  kind: 'write',
  summary: 'Remind those who have not confirmed the policy, now.',
  route: 'POST /acknowledgement/reminders',
  scope: 'school',
  who: askers,
  perMinute: 10,
  largeInput: true,
  input: z.object({
    personIds: z
      .array(z.uuid())
      .max(10_000, 'At most ten thousand people at once.')
      .optional()
      .describe('These people; everybody who has not confirmed yet where nothing is said'),
  }),
  output: z.object({
    people: z.number().describe('How many will be written to; whoever was today already is left out'),
  }),
  controls: ['policy.acknowledgement'],
  about: (_, { people }) => ({ people }),
}).handle(async (context, { personIds }) => {
  const found = await remindersDue(context, { now: true, personIds });
  const people = new Set(found.flatMap(({ due }) => due.map(({ person }) => person.id)));
  if (people.size > 0) {
    if (personIds === undefined) context.enqueue(remindPeople, { now: true }, { key: 'everybody' });
    else context.enqueue(remindPeople, { now: true, personIds });
  }
  return { people: people.size };
});
