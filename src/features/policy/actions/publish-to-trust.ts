// Publish to the trust how the school's policy stands: its version, where it is looser than a lock, what it has seen. Nobody's name.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { publishFigure } from '../trust/figures.ts';
import { policyFigureOf } from '../trust/policy-figure.ts';

export const publishToTrust = defineAction({
  name: 'policy.publishToTrust',
  kind: 'write',
  summary: 'Publish to the trust how the school’s policy stands.',
  route: 'POST /policy/trust/figure',
  scope: 'school',
  who: onlySystem,
  input: z.object({}),
  output: z.object({}),
  controls: ['policy.trust-wide'],
}).handle(async (context) => {
  await publishFigure(context, 'policy', await policyFigureOf(context));
  return {};
});
