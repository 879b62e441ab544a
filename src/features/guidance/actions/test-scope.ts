// Does the policy apply to this post, person and place? Nothing is kept of asking.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { answerers, asContact, firstContact } from '#features/questions/index.ts';
import { CIRCLES, PLACES, reachOf, TOUCHES, WHO } from '../scope.ts';

export const testScope = defineAction({
  name: 'guidance.testScope',
  kind: 'read',
  summary: 'Say whether the policy applies to a person, a place and a post.',
  route: 'GET /policy/scope-test',
  scope: 'school',
  who: anySignedIn,
  token: 'policy:read',
  input: z.object({
    who: z.enum(WHO, 'Say who it is about.'),
    where: z.enum(PLACES, 'Say where it was.'),
    touches: z.enum(TOUCHES, 'Say what it has to do with the school.'),
    circle: z.enum(CIRCLES, 'Say who could read it.'),
    platform: z.string().max(40).default('other').describe('Kind of platform, as the policy counts them'),
  }),
  output: z.object({
    applies: z.enum(['yes', 'no', 'silent']),
    because: z.array(z.object({ words: z.string(), clauses: z.array(z.string()).readonly() })).readonly(),
    ask: z.object({ role: z.string(), people: z.array(z.string()) }),
  }),
  controls: ['policy.audience-views'],
}).handle(async (context, input) => {
  const policy = await context.policy();
  const asked = (await answerers(context, policy))([context.personId]);
  return {
    ...reachOf(policy, input),
    ask: asContact(asked, firstContact(policy).value),
  };
});
