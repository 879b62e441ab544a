// The versions of this school's policy, newest first.
import { z } from 'zod';
import { anySignedIn, either, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { namesOf } from '#features/people/index.ts';
import { localDate } from '../in-force-at.ts';
import { issuedOf } from '../document.ts';
import { versionInForce, versionRows } from '../queries.ts';
import { settingById } from '../settings/index.ts';

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
        issued: z
          .string()
          .describe('The edition that its school issued, as a year, month or day; else the day it came into force'),
        author: z.string().describe('Who made it the school’s own; empty where that was done on the school’s computer'),
        writtenAt: z.string(),
        reason: z.string().describe('What is new about it, and why'),
        sha256: z.string(),
        inForce: z.boolean(),
        changes: z
          .string()
          .nullable()
          .describe('The question of the one setting that it changes; null for a whole policy'),
        settingId: z.string().nullable(),
        changeId: z.string(),
        calledOff: z.boolean().describe('It was called off before its day'),
      }),
    ),
  }),
  controls: ['policy.in-force', 'policy.document'],
}).handle(async ({ db, scopeId, at }) => {
  const today = await localDate(db, scopeId, at);
  const [rows, now] = await Promise.all([versionRows(db, scopeId), versionInForce(db, scopeId, today)]);
  // What was written anew to be built on something else is the same change: it is told once.
  const living = rows.filter(({ why }) => why !== 'carried-over');
  const names = await namesOf(
    db,
    scopeId,
    living.map(({ put_by }) => put_by),
  );
  return {
    versions: living.map((row) => ({
      id: row.id,
      n: row.n,
      document: row.document_id,
      state: row.state as 'set-up',
      effectiveOn: row.effective_on,
      issued: issuedOf(row.edition, row.effective_on),
      author: names.get(row.put_by ?? '') ?? '',
      writtenAt: row.put_at,
      reason: row.reason,
      sha256: row.sha256,
      inForce: row.id === now?.id,
      changes: row.changes === null ? null : (settingById(row.changes)?.question ?? row.changes),
      settingId: row.changes,
      changeId: row.change_id,
      calledOff: row.why === 'cancelled',
    })),
  };
});
