// Numbers and titles of clauses, so that a page can say "Clause 4.6 No full names" wherever an id is cited.
import { z } from 'zod';
import { anySignedIn, either, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { documentInForce } from '../in-force-at.ts';
import { loadModelPolicy } from '../model-policies.ts';

export const clauseNames = defineAction({
  name: 'policy.clauseNames',
  kind: 'read',
  summary: 'Look up the numbers and titles of clauses.',
  route: 'GET /policy/clause-names',
  scope: 'school',
  who: either(anySignedIn, onlyOperator),
  token: 'policy:read',
  input: z.object({}),
  output: z.object({
    clauses: z.record(
      z.string(),
      z.object({ number: z.string(), title: z.string(), text: z.string(), own: z.boolean() }),
    ),
  }),
  controls: ['policy.cited'],
}).handle(async ({ db, scopeId, at }) => {
  const [{ document }, starter] = await Promise.all([documentInForce(db, scopeId, at), loadModelPolicy('starter')]);
  const named = (clauses: typeof document.clauses, own: boolean) =>
    clauses.map(({ id, number, title, text }) => [id, { number, title, text, own }] as const);
  return {
    clauses: Object.fromEntries([
      ...named(starter.clauses, document.id === 'starter'),
      ...named(document.clauses, true),
    ]),
  };
});
