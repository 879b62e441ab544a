// Stop giving guidance out. What went out stays on record, and whoever has it still reads it.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { planners } from '../access.ts';
import { guidanceOf } from '../guidance.ts';
import { putGuidance, retireGuidanceRow } from '../guidance-queries.ts';
import { moduleIdSchema } from '../module-id.ts';
import { startingGuidance } from '../starting/guidance.ts';

export const retireGuidance = defineAction({
  name: 'training.retireGuidance',
  kind: 'write',
  summary: 'Stop giving advice, an update or a reminder out.',
  route: 'POST /training/guidance/{guidanceId}/retire',
  scope: 'school',
  who: planners,
  input: z.object({ guidanceId: moduleIdSchema }),
  output: z.object({}),
  controls: ['training.reminders'],
  about: ({ guidanceId }) => ({ guidance: guidanceId }),
}).handle(async (context, { guidanceId }) => {
  const { db, scopeId, now } = context;
  const guidance = (await guidanceOf(context)).find(({ id }) => id === guidanceId);
  if (!guidance) throw fail.notFound('guidance');
  if (guidance.last === null && startingGuidance.some(({ id }) => id === guidanceId))
    await putGuidance(db, scopeId, guidance, null, now);
  await retireGuidanceRow(db, scopeId, guidanceId, now);
  return {};
});
