// Who changed what in a draft, and when; the newest first.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { readsDrafts } from '../access.ts';
import { partKinds } from '../draft.ts';
import { draftId } from '../input.ts';
import { editRows } from '../queries.ts';
import { readableDraft } from '../readable-draft.ts';
import { editOf } from '../told.ts';
import { editView } from '../views.ts';
import { namesOf } from '../writers.ts';

const PAGE = 50;

export const listEdits = defineAction({
  name: 'drafting.listEdits',
  kind: 'read',
  summary: 'List who changed what in a draft.',
  route: 'GET /policy/drafts/{draftId}/edits',
  scope: 'school',
  who: readsDrafts,
  token: 'policy:read',
  input: z.object({
    draftId,
    kind: z.enum(partKinds).optional().describe('Only edits of one part: its kind'),
    key: z.string().max(100).default('').describe('Its key'),
    before: z.coerce.number().int().min(1).optional().describe('Only edits older than this one'),
  }),
  output: z.object({
    edits: z.array(editView),
    older: z.number().nullable().describe('Where to go on; null at the end'),
  }),
  controls: ['policy.drafting'],
}).handle(async (context, { draftId: id, kind, key, before }) => {
  const { db, scopeId } = context;
  await readableDraft(context, id);
  const rows = await editRows(db, scopeId, id, {
    limit: PAGE + 1,
    ...(before === undefined ? {} : { before }),
    ...(kind === undefined ? {} : { part: { kind, key } }),
  });
  const shown = rows.slice(0, PAGE);
  const nameOf = await namesOf(
    db,
    scopeId,
    shown.map(({ edited_by }) => edited_by),
  );
  return {
    edits: shown.map((row) => editOf(row, nameOf)),
    older: rows.length > PAGE ? (shown.at(-1)?.n ?? null) : null,
  };
});
