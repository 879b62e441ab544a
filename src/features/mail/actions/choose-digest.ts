// Choose whether, when and on which days you get the digest.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { inPerson } from '#features/people/index.ts';
import { putChoice } from '../digest-queries.ts';

export const chooseDigest = defineAction({
  name: 'mail.chooseDigest',
  kind: 'write',
  summary: 'Choose whether and when you get a daily mail of what waits for you.',
  route: 'PUT /me/digest',
  scope: 'school',
  who: inPerson,
  input: z.object({
    digest: z.enum(['daily', 'off']).describe('daily, or off for none'),
    at: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as hours and minutes, for example 07:30.')
      .default('07:30')
      .describe('By the school’s clock'),
    schoolDaysOnly: z.boolean().default(true).describe('None on days without school'),
  }),
  output: z.object({}),
  controls: ['mail.own-digest'],
}).handle(async (context, chosen) => {
  const { db, scopeId, personId, now } = context;
  await putChoice(db, scopeId, personId, chosen, now);
  context.remark({ people: [personId], about: { digest: chosen.digest } });
  return {};
});
