// Put what waits to whoever can decide it now: the deputy, the next holder of the role; if there is nobody, those who can name one are told.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { draftState } from '#features/drafting/index.ts';
import { askAnew, movedSince } from '../next-step.ts';
import { lockAdoption } from '../queries.ts';

export const askApproversAnew = defineAction({
  name: 'adoption.askAnew',
  kind: 'write',
  summary: 'Put an adoption to whoever can decide on it now.',
  route: 'POST /adoptions/{adoptionId}/ask-anew',
  scope: 'school',
  who: onlySystem,
  input: z.object({ adoptionId: z.uuid() }),
  output: z.object({ asked: z.number() }),
  controls: ['decisions.deputies'],
  about: ({ adoptionId }) => ({ adoption: adoptionId }),
}).handle(async (context, { adoptionId }) => {
  const row = await lockAdoption(context.db, context.scopeId, adoptionId);
  if (!row) throw fail.notFound('adoption');
  const draft = await draftState(context.db, context.scopeId, row.draft_id);
  const moved = row.state === 'open' ? await movedSince(context, row, draft) : null;
  if (moved) await askAnew(context, row, moved);
  return { asked: moved?.fresh.length ?? 0 };
});
