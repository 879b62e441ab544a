// Who leaves, and when: everybody whose last day is noted and not over.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { dayOf, keepers } from '#features/schools/index.ts';
import { knownTypes } from '../access.ts';
import { leavingAhead } from '../leaving-queries.ts';

export const listLeaving = defineAction({
  name: 'people.listLeaving',
  kind: 'read',
  summary: 'List who leaves and when, as far as it is noted.',
  route: 'GET /leavers',
  scope: 'school',
  who: keepers,
  token: 'people:read',
  input: z.object({}),
  output: z.object({
    people: z.array(z.object({ id: z.uuid(), name: z.string(), jobTitle: z.string(), lastDay: z.string() })),
  }),
  controls: ['people.directory'],
}).handle(async ({ db, scopeId, at, actor }) => {
  const rows = await leavingAhead(db, scopeId, dayOf(at));
  const known = rows.filter(({ types }) => knownTypes(actor, types).length > 0);
  return {
    people: known.map(({ id, name, job_title, last_day }) => ({ id, name, jobTitle: job_title, lastDay: last_day })),
  };
});
