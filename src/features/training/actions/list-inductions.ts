// Inductions: whose is open, what is noted in each, and who is new and has none yet.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { dayOf } from '#features/people/index.ts';
import { planners } from '../access.ts';
import { newHere } from '../new-here.ts';
import { inductionRows, pointRows } from '../induction-queries.ts';
import { adultsOf } from '../people-queries.ts';
import { inductionPoints } from '../starting/induction.ts';

const adult = z.object({ personId: z.string(), name: z.string(), jobTitle: z.string() });

export const listInductions = defineAction({
  name: 'training.listInductions',
  kind: 'read',
  summary: 'List inductions with what is noted in each, and who is new and has none yet.',
  route: 'GET /training/inductions',
  scope: 'school',
  who: planners,
  input: z.object({}),
  output: z.object({
    newHere: z.array(adult),
    others: z.array(adult).describe('Everybody else without an induction'),
    inductions: z.array(
      adult.extend({
        begunAt: z.string(),
        completedAt: z.string().nullable(),
        points: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            about: z.string(),
            required: z.boolean(),
            heldBy: z.string().describe('Empty = not yet'),
            heldOn: z.string(),
            note: z.string(),
          }),
        ),
      }),
    ),
    clauses: z.array(z.string()).readonly(),
  }),
  controls: ['training.induction'],
}).handle(async (context) => {
  const { db, scopeId, at } = context;
  const today = dayOf(at);
  const [policy, adults, begun, fresh] = await Promise.all([
    context.policy(),
    adultsOf(db, scopeId, today),
    inductionRows(db, scopeId),
    newHere(context),
  ]);
  const points = await pointRows(
    db,
    scopeId,
    begun.map(({ personId }) => personId),
  );
  const shown = ({ personId, name, jobTitle }: (typeof adults)[number]) => ({ personId, name, jobTitle });
  const without = adults.filter(({ personId }) => !begun.some((one) => one.personId === personId));
  return {
    newHere: without.filter(({ personId }) => fresh.includes(personId)).map(shown),
    others: without.filter(({ personId }) => !fresh.includes(personId)).map(shown),
    inductions: begun.map(({ personId, begunAt, completedAt }) => {
      const whose = adults.find((one) => one.personId === personId);
      return {
        personId,
        name: whose?.name ?? 'Somebody who has left',
        jobTitle: whose?.jobTitle ?? '',
        begunAt,
        completedAt,
        points: inductionPoints.map((point) => {
          const noted = points.find((one) => one.personId === personId && one.point === point.id);
          return { ...point, heldBy: noted?.heldBy ?? '', heldOn: noted?.heldOn ?? '', note: noted?.note ?? '' };
        }),
      };
    }),
    clauses: policy.clausesOf('training.induction'),
  };
});
