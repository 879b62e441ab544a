// What I answer for under the policy: shown on Today, and part of what I confirm.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { responsibilitiesOf } from '../own-responsibilities.ts';

export const readResponsibilities = defineAction({
  name: 'acknowledgement.readResponsibilities',
  kind: 'read',
  summary: 'Read what I answer for under the policy.',
  route: 'GET /acknowledgement/responsibilities',
  scope: 'school',
  who: anySignedIn,
  token: 'policy:read',
  input: z.object({}),
  output: z.object({
    responsibilities: z.array(z.object({ label: z.string(), meaning: z.string() })),
    clauses: z.array(z.string()).readonly(),
  }),
  controls: ['policy.acknowledgement', 'people.responsibilities'],
}).handle(async (context) => {
  const roles = context.actor.kind === 'person' ? context.actor.roles : new Set<string>();
  return {
    responsibilities: responsibilitiesOf(roles),
    clauses: (await context.policy()).clausesOf('people.responsibilities'),
  };
});
