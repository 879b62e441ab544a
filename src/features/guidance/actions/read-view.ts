// The policy as parents or pupils read it: in plain words first, then in its own, with the guides for them. Anybody may see it.
import { z } from 'zod';
import { anyone } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { documentsInForce, issuedOf } from '#features/policy/index.ts';
import { behaviourStandard, clausesFor } from '../audiences.ts';
import { guides } from '../guides/index.ts';
import { plainLines } from '../plain-words.ts';
import { clauseShape, clauseView, guideShape, guideView } from '../view.ts';

export const readView = defineAction({
  name: 'guidance.readView',
  kind: 'read',
  summary: 'Read the policy in words for parents or for pupils.',
  route: 'GET /policy-for/{audience}',
  scope: 'public',
  who: anyone,
  input: z.object({ audience: z.enum(['parents', 'pupils']) }),
  output: z.object({
    title: z.string(),
    since: z.string().nullable().describe('The day from which it is in force'),
    issued: z.string().nullable().describe('When it was issued, as a year, month or day'),
    plain: z.array(z.object({ words: z.string(), clauses: z.array(z.string()).readonly(), byDefault: z.boolean() })),
    behaviour: z.array(clauseShape).describe('How everybody is to behave'),
    clauses: z.array(clauseShape).describe('What the policy says to them, in its own words'),
    guides: z.array(guideShape),
  }),
  controls: ['policy.audience-views'],
}).handle(async (context, { audience }) => {
  const { db, scopeId, at } = context;
  const [policy, { version, ...documents }] = await Promise.all([context.policy(), documentsInForce(db, scopeId, at)]);
  const { document } = documents;
  const behaviour = behaviourStandard(documents);
  const standard = new Set(behaviour.map(({ id }) => id));
  return {
    title: document.title,
    since: version?.effective_on ?? null,
    issued: version ? issuedOf(document.edition, version.effective_on) : null,
    plain: plainLines(policy, audience),
    behaviour: behaviour.map(clauseView),
    clauses: clausesFor(document, audience)
      .filter(({ id }) => !standard.has(id))
      .map(clauseView),
    guides: guides.filter(({ audiences }) => audiences.includes(audience)).map((guide) => guideView(guide, policy)),
  };
});
