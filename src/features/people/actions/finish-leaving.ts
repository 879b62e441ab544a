// Somebody's last day is over: they stand in for nobody and no link of theirs opens. Undone or put off, nothing happens.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { dayOf } from '#features/schools/index.ts';
import { letGo } from '../let-go.ts';
import { personRow } from '../queries.ts';

export const finishLeaving = defineAction({
  name: 'people.finishLeaving',
  kind: 'write',
  summary: 'End what hangs on somebody whose last day is over.',
  route: 'POST /leavers/{personId}/finish',
  scope: 'school',
  who: onlySystem,
  input: z.object({ personId: z.uuid() }),
  output: z.object({ hasLeft: z.boolean() }),
  controls: ['people.directory', 'people.responsibilities'],
  about: ({ personId }, { hasLeft }) => ({ person: personId, hasLeft }),
}).handle(async (context, { personId }) => {
  const lastDay = (await personRow(context.db, context.scopeId, personId))?.ended_on ?? null;
  const hasLeft = lastDay !== null && lastDay < dayOf(context.at);
  if (hasLeft) await letGo(context, personId);
  context.remark({ people: [personId] });
  return { hasLeft };
});
