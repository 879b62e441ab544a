// The notes that stand beside clauses: answers that were published for everybody who signs in.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { noteRows } from '../queries.ts';

export const listNotes = defineAction({
  name: 'questions.listNotes',
  kind: 'read',
  summary: 'List the notes beside the clauses of the policy.',
  route: 'GET /policy/notes',
  scope: 'school',
  who: anySignedIn,
  token: 'policy:read',
  input: z.object({}),
  output: z.object({
    notes: z.array(
      z.object({ id: z.string(), clauseId: z.string().nullable(), words: z.string(), publishedAt: z.string() }),
    ),
  }),
  controls: ['policy.questions'],
}).handle(async ({ db, scopeId }) => ({
  notes: (await noteRows(db, scopeId)).map(({ id, clause_id, words, published_at }) => ({
    id,
    clauseId: clause_id,
    words,
    publishedAt: published_at,
  })),
}));
