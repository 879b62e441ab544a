// A parent’s or a pupil’s question, answered only from what their view of the policy shows. Anybody may ask.
import { z } from 'zod';
import { anyone } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { documentInForce, loadModelPolicy } from '#features/policy/index.ts';
import { behaviourStandard, clausesFor } from '../audiences.ts';
import { findAnswers } from '../find-answers.ts';
import { passagesOf, type Passage } from '../passages.ts';
import { plainLines } from '../plain-words.ts';

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
        clause: z.object({ number: z.string(), title: z.string() }).nullable(),
      }),
    ),
    readAs: z.array(z.object({ typed: z.string(), as: z.string() })).readonly(),
  }),
  controls: ['policy.audience-views', 'training.guidance'],
}).handle(async (context, { audience, question }) => {
  const { db, scopeId, at } = context;
  const [policy, { document }, starter] = await Promise.all([
    context.policy(),
    documentInForce(db, scopeId, at),
    loadModelPolicy('starter'),
  ]);
  const clauses = [...new Set([...behaviourStandard(document, starter), ...clausesFor(document, audience)])];
  const plain = plainLines(policy, audience).map(({ words, clauses: by, byDefault }): Passage => {
    const setting = { settingId: '', question: '', answer: words, clauses: by, byDefault, roles: [] };
    return { kind: 'setting', title: '', body: words, clauseId: by[0] ?? null, setting };
  });
  const passages = [...plain, ...passagesOf(clauses, [], [])];
  const { answers, readAs } = await findAnswers(db, passages, question);
  const cited = new Map([...starter.clauses, ...document.clauses].map((clause) => [clause.id, clause]));
  return {
    answers: answers.slice(0, MOST).flatMap(({ passage }) => {
      const found = passages[passage];
      if (!found) return [];
      const clause = cited.get(found.clauseId ?? '');
      return {
        words: found.kind === 'clause' ? (clause?.text ?? found.body) : found.body,
        clause: clause ? { number: clause.number, title: clause.title } : null,
      };
    }),
    readAs,
  };
});
