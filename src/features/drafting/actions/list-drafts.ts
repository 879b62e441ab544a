// The drafts of the school’s policy, the latest changed first, and what a new one can begin from.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { readsDraft, readsDrafts, writesPolicy } from '../access.ts';
import { draftRows, stateOf } from '../queries.ts';
import { headOf } from '../told.ts';
import { draftHead } from '../views.ts';
import { namesOf } from '../writers.ts';

export const listDrafts = defineAction({
  name: 'drafting.list',
  kind: 'read',
  summary: 'List the drafts of the policy.',
  route: 'GET /policy/drafts',
  scope: 'school',
  who: readsDrafts,
  token: 'policy:read',
  input: z.object({}),
  output: z.object({ drafts: z.array(z.object(draftHead)), mayWrite: z.boolean() }),
  controls: ['policy.drafting'],
}).handle(async ({ db, scopeId, actor }) => {
  const rows = (await draftRows(db, scopeId)).filter((row) => readsDraft(actor, { ...row, state: stateOf(row) }));
  const nameOf = await namesOf(
    db,
    scopeId,
    rows.flatMap((row) => [row.begun_by, row.changed_by]),
  );
  return { drafts: rows.map((row) => headOf(row, nameOf)), mayWrite: writesPolicy.allows(actor) };
});
