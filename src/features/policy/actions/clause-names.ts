// Numbers and titles of clauses, so that a page can say "Clause 4.6 No full names" wherever an id is cited.
import { z } from 'zod';
import { anySignedIn, either, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { documentsInForce } from '../in-force-at.ts';
import { isOfTrust } from '../trust/behind.ts';

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
      z.object({
        number: z.string(),
        title: z.string(),
        text: z.string(),
        own: z.boolean().describe('Of the school’s own policy'),
        ofTrust: z.boolean().describe('Of its trust’s policy'),
      }),
    ),
  }),
  controls: ['policy.cited'],
}).handle(async ({ db, scopeId, at }) => {
  const { document, behind } = await documentsInForce(db, scopeId, at);
  const named = (clauses: typeof document.clauses, own: boolean) =>
    clauses.map(
      ({ id, number, title, text }) =>
        [id, { number, title, text, own: own && !isOfTrust(id), ofTrust: isOfTrust(id) }] as const,
    );
  return {
    clauses: Object.fromEntries([
      ...named(behind.clauses, document.id === 'starter'),
      ...named(document.clauses, true),
    ]),
  };
});
