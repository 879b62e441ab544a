// Has the school's policy changed since it was last published to the trust?
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { trustOfSchool } from '#features/schools/index.ts';
import { isNewFigure } from '../trust/figures.ts';
import { policyFigureOf } from '../trust/policy-figure.ts';

export const findTrustFigure = defineAction({
  name: 'policy.findTrustFigure',
  kind: 'read',
  summary: 'Say whether the trust has yet to be told how the school’s policy stands.',
  route: 'GET /policy/trust/figure',
  scope: 'school',
  who: onlySystem,
  input: z.object({}),
  output: z.object({ due: z.boolean() }),
  controls: ['policy.trust-wide'],
}).handle(async (context) => {
  if (!(await trustOfSchool(context.db))) return { due: false };
  return { due: await isNewFigure(context, 'policy', await policyFigureOf(context)) };
});
