// Guides and clauses as pages and programs are shown them.
import { z } from 'zod';
import type { PolicyInForce } from '#kernel/policy.ts';
import type { Clause } from '#features/policy/index.ts';
import { AUDIENCES, type Guide } from './guide.ts';

export const guideShape = z.object({
  id: z.string(),
  title: z.string(),
  lead: z.string(),
  audiences: z.array(z.enum(AUDIENCES)).readonly(),
  prompts: z.array(z.string()).readonly(),
  tips: z.array(z.object({ tip: z.string(), reasons: z.array(z.string()).readonly() })).readonly(),
  clauses: z.array(z.string()).readonly().describe('Clauses of the policy in force that it serves'),
});

export const guideView = ({ controls, ...guide }: Guide, policy: PolicyInForce): z.input<typeof guideShape> => ({
  ...guide,
  clauses: mostServed(controls.flatMap((control) => policy.clausesOf(control))),
});

/** Each once; the clause that rests on most of what the guide is about comes first. */
function mostServed(clauses: readonly string[]): string[] {
  const times = Map.groupBy(clauses, (id) => id);
  return [...times.keys()].toSorted((one, other) => times.get(other)!.length - times.get(one)!.length);
}

export const clauseShape = z.object({ id: z.string(), number: z.string(), title: z.string(), text: z.string() });
export const clauseView = ({ id, number, title, text }: Clause) => ({ id, number, title, text });
