// Of the people whom I lead: who has not confirmed the policy yet.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { personName } from '#features/people/index.ts';
import { askNow, standings } from '../load.ts';
import { STATES } from '../standing.ts';

export const listLed = defineAction({
  name: 'acknowledgement.listLed',
  kind: 'read',
  summary: 'See who of the people I lead has not confirmed the policy.',
  route: 'GET /acknowledgement/led',
  scope: 'school',
  who: anySignedIn,
  input: z.object({}),
  output: z.object({
    people: z.array(
      z.object({ personId: z.uuid(), name: z.string(), state: z.enum(STATES), due: z.string().nullable() }),
    ),
  }),
  controls: ['policy.acknowledgement'],
}).handle(async (context) => {
  const { personId } = context;
  const ask = await askNow(context);
  if (!ask) return { people: [] };
  const people = (await standings(context, ask)).filter(({ line_manager_id: manager }) => manager === personId);
  return {
    people: people
      // Who refuses tells the headteacher, and is not reminded by anybody.
      .filter(({ standing: { state } }) => state === 'due' || state === 'overdue')
      .map((one) => ({ personId: one.id, name: personName(one), state: one.standing.state, due: one.standing.due })),
  };
});
