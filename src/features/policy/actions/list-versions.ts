// The versions of this school's policy, newest first.
import { z } from 'zod';
import { anySignedIn, either, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { localDate } from '../in-force-at.ts';
import { versionInForce, versionRows } from '../queries.ts';

export const listVersions = defineAction({
  name: 'policy.listVersions',
  kind: 'read',
  summary: 'List the versions of the school’s policy.',
  route: 'GET /policy/versions',
  scope: 'school',
  who: either(anySignedIn, onlyOperator),
  token: 'policy:read',
  input: z.object({}),
  output: z.object({
    versions: z.array(
      z.object({
        id: z.string(),
        n: z.number(),
        document: z.string(),
        state: z.enum(['set-up', 'adopted']),
        effectiveOn: z.string(),
        reason: z.string(),
        sha256: z.string(),
        inForce: z.boolean(),
      }),
    ),
  }),
  controls: ['policy.in-force'],
}).handle(async ({ db, scopeId, at }) => {
  const today = await localDate(db, scopeId, at);
  const [rows, now] = await Promise.all([versionRows(db, scopeId), versionInForce(db, scopeId, today)]);
  return {
    versions: rows.map((row) => ({
      id: row.id,
      n: row.n,
      document: row.document_id,
      state: row.state as 'set-up',
      effectiveOn: row.effective_on,
      reason: row.reason,
      sha256: row.sha256,
      inForce: row.id === now?.id,
    })),
  };
});
