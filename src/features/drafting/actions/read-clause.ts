// Read one clause of a draft whole: its words, what it began as, what might make it real, what it settles, comments and edits.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { plannedControls, settingById, wordsOf } from '#features/policy/index.ts';
import { readsDrafts, writesPolicy } from '../access.ts';
import { chaptersOf } from '../chapters.ts';
import { documentFrom, isOpen } from '../draft.ts';
import { clauseId, draftId } from '../input.ts';
import { offeredControls, suggestedControls } from '../offered-controls.ts';
import { settingsByClause } from '../opened-heading.ts';
import { problemsOf } from '../problems.ts';
import { begunDocumentOf, commentRows, editRows, partRows, sayingParts, type PartRow } from '../queries.ts';
import { readableDraft } from '../readable-draft.ts';
import { controlIdsOf } from '../sendable.ts';
import { clauseOf, commentOf, editOf } from '../told.ts';
import { clauseView, commentView, editView, problemView } from '../views.ts';
import { namesOf } from '../writers.ts';

const MOST_EDITS = 30;

const told = z.object({ id: z.string(), promise: z.string(), yet: z.boolean() });

export const readClause = defineAction({
  name: 'drafting.readClause',
  kind: 'read',
  summary: 'Read one clause of a draft, with comments, edits and suggestions.',
  route: 'GET /policy/drafts/{draftId}/clauses/{clauseId}',
  scope: 'school',
  who: readsDrafts,
  token: 'policy:read',
  input: z.object({ draftId, clauseId }),
  output: z.object({
    draft: z.object({ id: z.string(), name: z.string(), state: z.string() }),
    clause: clauseView.describe('Where it was taken out: as it was then'),
    revision: z.number(),
    takenOut: z.boolean(),
    was: clauseView.nullable().describe('As it was when the draft was begun; null for one that is new'),
    changedBy: z.string(),
    changedAt: z.string(),
    mayEdit: z.boolean(),
    headings: z.array(z.string()),
    heading: z.number().describe('Which heading it stands under, counted from 1'),
    controls: z.array(told).describe('Everything that a clause can rest on'),
    suggested: z
      .array(told.extend({ because: z.string() }))
      .describe('By words it shares with others; never attached by itself'),
    settings: z
      .array(z.object({ id: z.string(), question: z.string(), words: z.string() }))
      .describe('What it settles'),
    couldSettle: z
      .array(
        z.object({
          id: z.string(),
          question: z.string(),
          words: z.string().describe('Empty where the draft is silent'),
        }),
      )
      .describe('Settings that its controls read, answered elsewhere or not at all'),
    problems: z.array(problemView),
    comments: z.array(commentView),
    edits: z.array(editView),
    previous: z.string().nullable(),
    next: z.string().nullable(),
  }),
  controls: ['policy.drafting'],
}).handle(async (context, { draftId: id, clauseId: key }) => {
  const { db, scopeId, actor, controls } = context;
  const draft = await readableDraft(context, id);
  const offered = offeredControls(context);
  const [rows, begun, comments, edits, suggest] = await Promise.all([
    partRows(db, scopeId, id),
    begunDocumentOf(db, scopeId, id),
    commentRows(db, scopeId, id),
    editRows(db, scopeId, id, { part: { kind: 'clause', key }, limit: MOST_EDITS }),
    suggestedControls(offered),
  ]);
  const row = rows.find((one): one is PartRow<'clause'> => one.kind === 'clause' && one.key === key);
  const clause = row && (row.content ?? row.taken_out);
  if (!row || !clause) throw fail.notFound('clause in this draft');
  const parts = sayingParts(rows);
  const document = documentFrom(parts);
  const chapters = chaptersOf(document.clauses);
  const ids = document.clauses.map((one) => one.id);
  const place = ids.indexOf(key);
  const nameOf = await namesOf(db, scopeId, [
    row.changed_by,
    ...edits.map((one) => one.edited_by),
    ...comments.flatMap((one) => [one.said_by, one.settled_by]),
  ]);
  const before = begun?.clauses.find((one) => one.id === key);
  const settles = settingsByClause(document).get(key) ?? [];
  const read = new Set(clause['rests-on'].flatMap((control) => settingsReadBy(control)));
  return {
    draft: { id: draft.id, name: draft.name, state: draft.state },
    clause: clauseOf(clause),
    revision: row.revision,
    takenOut: row.content === null,
    was: before ? clauseOf(before) : null,
    changedBy: nameOf(row.changed_by),
    changedAt: row.changed_at,
    mayEdit: writesPolicy.allows(actor) && isOpen(draft.state),
    headings: chapters.map(({ heading }) => heading),
    heading: chapters.findIndex(({ heading }) => heading === clause.under) + 1,
    controls: offered,
    suggested: suggest(`${clause.title} ${clause.text}`).filter((one) => !clause['rests-on'].includes(one.id)),
    settings: settles,
    couldSettle: [...read]
      .filter((settingId) => !settles.some((one) => one.id === settingId))
      .flatMap((settingId) => {
        const setting = settingById(settingId);
        const given = document.settings[settingId];
        return setting
          ? [{ id: settingId, question: setting.question, words: given ? wordsOf(setting, given.is) : '' }]
          : [];
      }),
    problems: problemsOf(parts, document, draft, controlIdsOf(context)).filter(
      (one) => one.part === 'clause' && one.key === key,
    ),
    comments: comments.filter((one) => one.clause_id === key).map((one) => commentOf(one, nameOf)),
    edits: edits.map((one) => editOf(one, nameOf)),
    previous: ids[place - 1] ?? null,
    next: place < 0 ? null : (ids[place + 1] ?? null),
  };

  function settingsReadBy(controlId: string): readonly string[] {
    return (controls.get(controlId) ?? plannedControls.find((one) => one.id === controlId))?.settings ?? [];
  }
});
