// Which adoptions are put to somebody who can no longer decide them, or not to somebody who now can?
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { draftState } from '#features/drafting/index.ts';
import { movedSince } from '../next-step.ts';
import { openAdoptions } from '../queries.ts';

export const findMoved = defineAction({
  name: 'adoption.findMoved',
  kind: 'read',
  summary: 'Find adoptions whose approvers have left, are away or have changed.',
  route: 'GET /adoptions/moved',
  scope: 'school',
  who: onlySystem,
  input: z.object({}),
  output: z.object({ adoptionIds: z.array(z.string()) }),
  controls: ['decisions.deputies'],
}).handle(async (context) => {
  const moved: string[] = [];
  for (const row of await openAdoptions(context.db, context.scopeId)) {
    const draft = await draftState(context.db, context.scopeId, row.draft_id);
    if (await movedSince(context, row, draft)) moved.push(row.id);
  }
  return { adoptionIds: moved };
});
