// Say of several clauses what makes each real: pasted text is matched by hand, never by itself.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { writesPolicy } from '../access.ts';
import { knownControls } from '../clause-content.ts';
import { openDraft, savedMeanwhile } from '../edit-part.ts';
import { clauseId, draftId, revision } from '../input.ts';
import { saveClauses } from '../many-clauses.ts';
import { partRows, type PartRow } from '../queries.ts';

export const matchClauses = defineAction({
  name: 'drafting.matchClauses',
  kind: 'write',
  summary: 'Say of several clauses which controls make each real.',
  route: 'POST /policy/drafts/{draftId}/match',
  scope: 'school',
  who: writesPolicy,
  input: z.object({
    draftId,
    matches: z
      .array(z.object({ clauseId, revision, restsOn: z.array(z.string().max(100)).max(30) }))
      .min(1, 'Choose for one clause at least.')
      .max(100),
  }),
  output: z.object({ changed: z.number() }),
  errors: ['saved-meanwhile', 'draft-closed', 'no-such-control'],
  controls: ['policy.drafting'],
  about: ({ draftId: draft, matches }) => ({ draft, clauses: matches.map((one) => one.clauseId) }),
}).handle(async (context, { draftId: id, matches }) => {
  const draft = await openDraft(context, id);
  const rows = await partRows(context.db, context.scopeId, id);
  const clauses = new Map(rows.flatMap((row) => (isClause(row) ? [[row.key, row] as const] : [])));
  const edits = [];
  for (const { clauseId: key, revision: seen, restsOn } of matches) {
    const row = clauses.get(key);
    if (!row?.content) throw fail.notFound('clause in this draft');
    if (row.revision !== seen) throw await savedMeanwhile(context, row);
    const controls = knownControls(context, restsOn);
    if (controls.join() === row.content['rests-on'].join()) continue;
    edits.push({ before: row.content, after: { ...row.content, 'rests-on': controls } });
  }
  await saveClauses(context, draft, edits);
  return { changed: edits.length };
});

const isClause = (row: PartRow): row is PartRow<'clause'> => row.kind === 'clause';
