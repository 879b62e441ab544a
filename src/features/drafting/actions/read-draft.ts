// Read a draft: how it stands, what keeps it from being sent on, and the clauses under one of its headings.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { comparePolicies, countsOf, documentInForce } from '#features/policy/index.ts';
import { readsDrafts, writesPolicy } from '../access.ts';
import { settingPairs } from '../comparing/setting-rows.ts';
import { documentFrom, isOpen } from '../draft.ts';
import { draftId } from '../input.ts';
import { lockedAnswers } from '../locked-answers.ts';
import { openedHeading } from '../opened-heading.ts';
import { problemsOf } from '../problems.ts';
import { begunDocumentOf, commentRows, partRows, sayingParts } from '../queries.ts';
import { readableDraft } from '../readable-draft.ts';
import { controlIdsOf } from '../sendable.ts';
import { commentOf, headOf } from '../told.ts';
import { clauseView, commentView, draftHead, onlySaid, problemView, settingPair } from '../views.ts';
import { namesOf } from '../writers.ts';

const MOST_PROBLEMS = 100;

const listedClause = clauseView.extend({
  revision: z.number(),
  is: z.enum(['new', 'changed', 'same']).describe('Against what the draft began from'),
  was: clauseView.nullable(),
  problems: z.number(),
  comments: z.number().describe('Open ones'),
  settings: z.array(z.object({ id: z.string(), question: z.string(), words: z.string() })).describe('What it settles'),
});

export const readDraft = defineAction({
  name: 'drafting.read',
  kind: 'read',
  summary: 'Read a draft: how it stands and the clauses under one of its headings.',
  route: 'GET /policy/drafts/{draftId}',
  scope: 'school',
  who: readsDrafts,
  token: 'policy:read',
  input: z.object({
    draftId,
    heading: z.coerce.number().int().min(1).default(1).describe('Which heading, counted from 1'),
    page: z.coerce.number().int().min(1).default(1).describe('Of the clauses under it'),
  }),
  output: z.object({
    ...draftHead,
    title: z.string(),
    edition: z.string().nullable(),
    changeNote: z.string(),
    material: z.boolean().nullable(),
    materialReason: z.string(),
    sha256: z.string().nullable(),
    mayEdit: z.boolean(),
    clauses: z.number(),
    headings: z.array(
      z.object({
        n: z.number(),
        heading: z.string(),
        clauses: z.number(),
        changed: z.number(),
        problems: z.number(),
        comments: z.number(),
      }),
    ),
    open: z.object({
      n: z.number(),
      heading: z.string(),
      page: z.number(),
      pages: z.number(),
      clauses: z.array(listedClause),
      takenOut: z.array(clauseView.extend({ revision: z.number() })),
    }),
    problems: z.array(problemView),
    problemCount: z.number(),
    unmatched: z.number().describe('Clauses of which nobody has said what makes them real'),
    difference: z
      .object({
        added: z.number(),
        removed: z.number(),
        changed: z.number(),
        settings: z.array(settingPair),
        differing: z.number().describe('Answers that differ'),
        onlySaid,
      })
      .describe('What it would change of the policy in force'),
    comments: z.array(commentView).describe('On the whole of it'),
  }),
  controls: ['policy.drafting'],
}).handle(async (context, { draftId: id, heading, page }) => {
  const { db, scopeId, at, actor } = context;
  const draft = await readableDraft(context, id);
  const [rows, begun, inForce, comments] = await Promise.all([
    partRows(db, scopeId, id),
    begunDocumentOf(db, scopeId, id),
    documentInForce(db, scopeId, at),
    commentRows(db, scopeId, id),
  ]);
  const parts = sayingParts(rows);
  const document = documentFrom(parts);
  const problems = [
    ...(await lockedAnswers(context, document)),
    ...problemsOf(parts, document, draft, controlIdsOf(context)),
  ];
  const difference = comparePolicies(inForce.document, document);
  const counts = countsOf(difference);
  const nameOf = await namesOf(db, scopeId, [
    draft.begun_by,
    draft.changed_by,
    ...comments.flatMap((one) => [one.said_by, one.settled_by]),
  ]);
  return {
    ...headOf(draft, nameOf),
    title: document.title,
    edition: document.edition ?? null,
    changeNote: draft.change_note,
    material: draft.material,
    materialReason: draft.material_reason,
    sha256: draft.sent_sha256,
    mayEdit: writesPolicy.allows(actor) && isOpen(draft.state),
    clauses: document.clauses.length,
    ...openedHeading({ rows, document, begun: begun!, problems, comments }, { heading, page }),
    problems: problems.slice(0, MOST_PROBLEMS),
    problemCount: problems.length,
    unmatched: document.clauses.filter((clause) => clause['rests-on'].length === 0).length,
    difference: {
      ...counts,
      differing: counts.settings,
      settings: settingPairs(difference, inForce.document, document),
    },
    comments: comments.filter((one) => one.clause_id === null).map((one) => commentOf(one, nameOf)),
  };
});
