// A parent’s or a pupil’s question, answered only from what their view of the policy shows. Anybody may ask.
import { z } from 'zod';
import { anyone } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { isOfTrust } from '#features/policy/index.ts';
import { findAnswers } from '../find-answers.ts';
import { keptSearch } from '../kept-search.ts';

const MOST = 5;

export const searchView = defineAction({
  name: 'guidance.searchView',
  kind: 'read',
  summary: 'Answer a question of parents or pupils from their view of the policy.',
  route: 'GET /policy-for/{audience}/answers',
  scope: 'public',
  who: anyone,
  perMinute: 120,
  input: z.object({
    audience: z.enum(['parents', 'pupils']),
    question: z.string().trim().min(2, 'Write your question.').max(300, 'At most 300 characters.'),
  }),
  output: z.object({
    answers: z.array(
      z.object({
        words: z.string(),
        clause: z
          .object({
            number: z.string(),
            title: z.string(),
            ofTrust: z.boolean().describe('Of the trust’s policy, where the school’s own is silent'),
          })
          .nullable(),
      }),
    ),
    readAs: z.array(z.object({ typed: z.string(), as: z.string() })).readonly(),
  }),
  controls: ['policy.audience-views', 'training.guidance'],
}).handle(async (context, { audience, question }) => {
  const search = await keptSearch(context, audience, []);
  const { answers, readAs } = await findAnswers(context.db, search, question);
  return {
    answers: answers.slice(0, MOST).map(({ passage }) => {
      const found = search.passages[passage]!;
      const clause = search.clauses.get(found.clauseId ?? '');
      return {
        words: found.kind === 'clause' ? (clause?.text ?? found.body) : found.body,
        clause: clause ? { number: clause.number, title: clause.title, ofTrust: isOfTrust(clause.id) } : null,
      };
    }),
    readAs,
  };
});
