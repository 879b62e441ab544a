// Note one point of an induction: who held the talk, and when.
import { z } from 'zod';
import { isPerson } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { line } from '#kernel/written-line.ts';
import { dayOf, daySchema } from '#features/people/index.ts';
import { mustBeOfOthers, planners } from '../access.ts';
import { lockedInduction, putPoint } from '../induction-queries.ts';
import { inductionPoints } from '../starting/induction.ts';

const ids = inductionPoints.map(({ id }) => id) as [string, ...string[]];

export const noteInductionPoint = defineAction({
  name: 'training.noteInductionPoint',
  kind: 'write',
  summary: 'Note one point of an induction, with who held the talk and when.',
  route: 'POST /training/inductions/{personId}/points/{point}',
  scope: 'school',
  who: planners,
  input: z.object({
    personId: z.uuid(),
    point: z.enum(ids).describe('Which point'),
    heldBy: line(120)
      .refine((text) => text !== '', 'Say who held the talk.')
      .describe('Who held it'),
    heldOn: daySchema.describe('When'),
    note: line(500).default('').describe('Anything to remember'),
  }),
  output: z.object({}),
  errors: ['not-your-own', 'talk-to-come', 'induction-completed'],
  controls: ['training.induction'],
  about: ({ personId, point, heldOn }) => ({ person: personId, point, held: heldOn }),
}).handle(async (context, { personId, point, heldBy, heldOn, note }) => {
  const { db, scopeId, actor, at, now } = context;
  mustBeOfOthers(actor, [personId], 'personId');
  const induction = await lockedInduction(db, scopeId, personId);
  if (!induction) throw fail.notFound('induction');
  if (induction.completed_at !== null) {
    throw fail.conflict({
      code: 'induction-completed',
      message: 'This induction is completed; what was noted stays as it is.',
    });
  }
  if (heldOn > dayOf(at)) {
    throw fail.invalid({
      code: 'talk-to-come',
      message: 'A talk is noted after it was held.',
      remedy: 'Come back on the day.',
      fields: [{ field: 'heldOn', message: 'This day is still to come.' }],
    });
  }
  const noted = { personId, point, heldBy, heldOn, note };
  await putPoint(db, scopeId, noted, isPerson(actor) ? actor.personId : null, now);
  context.remark({ people: [personId], clauses: (await context.policy()).clausesOf('training.induction') });
  return {};
});
