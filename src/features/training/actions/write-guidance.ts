// Write advice, an update or a reminder: for whom, how often, and whether Gatepost gives it out itself.
import { z } from 'zod';
import { isPerson } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { titleLine } from '#kernel/written-line.ts';
import { dayOf } from '#features/people/index.ts';
import { planners } from '../access.ts';
import { guidanceOf } from '../guidance.ts';
import { putGuidance } from '../guidance-queries.ts';
import { moduleIdFrom, moduleIdSchema } from '../module-id.ts';
import { holdModules } from '../module-queries.ts';
import { targetSchema, writtenTarget } from '../target.ts';

export const writeGuidance = defineAction({
  name: 'training.writeGuidance',
  kind: 'write',
  summary: 'Write advice, an update or a reminder for people to read.',
  route: 'POST /training/guidance',
  scope: 'school',
  who: planners,
  input: z.object({
    guidanceId: moduleIdSchema.optional().describe('What is changed; left out = something new'),
    kind: z.enum(['advice', 'update', 'reminder']).describe('What it is'),
    title: titleLine(160)
      .refine((text) => text !== '', 'Give it a title.')
      .describe('Title'),
    words: z
      .string()
      .trim()
      .min(1, 'Write what people are to read.')
      .max(8000, 'At most 8,000 characters.')
      .describe('What people read'),
    target: targetSchema,
    every: z.enum(['once', 'term', 'year']).default('once').describe('How often it goes out'),
    automatic: z.boolean().default(false).describe('Gatepost gives it out itself when it is due'),
  }),
  output: z.object({ guidanceId: z.string() }),
  controls: ['training.reminders'],
  about: ({ kind, target, every }, { guidanceId }) => ({
    guidance: guidanceId,
    kind,
    target: writtenTarget(target),
    every,
  }),
}).handle(async (context, { guidanceId, ...written }) => {
  const { db, scopeId, actor, at, now } = context;
  await holdModules(db, scopeId);
  const known = await guidanceOf(context);
  const before = known.find(({ id }) => id === guidanceId);
  if (guidanceId !== undefined && !before) throw fail.notFound('guidance');
  const id = guidanceId ?? moduleIdFrom(written.title, new Set(known.map((one) => one.id)));
  const startsOn = before?.startsOn ?? dayOf(at);
  await putGuidance(db, scopeId, { id, startsOn, ...written }, isPerson(actor) ? actor.personId : null, now);
  return { guidanceId: id };
});
