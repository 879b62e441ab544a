// What a draft settles: every question, its answer in the draft, and how that differs from what is in force.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import {
  allSettings,
  answerFrom,
  answerOf,
  behindOn,
  directionOf,
  documentInForce,
  localDate,
  wordsOf,
} from '#features/policy/index.ts';
import { readsDrafts, writesPolicy } from '../access.ts';
import { isOpen } from '../draft.ts';
import { draftId } from '../input.ts';
import { readableDraft } from '../readable-draft.ts';
import { draftDocument } from '../standing.ts';

export const listDraftSettings = defineAction({
  name: 'drafting.listSettings',
  kind: 'read',
  summary: 'List what a draft settles.',
  route: 'GET /policy/drafts/{draftId}/settings',
  scope: 'school',
  who: readsDrafts,
  token: 'policy:read',
  input: z.object({ draftId }),
  output: z.object({
    name: z.string(),
    mayEdit: z.boolean(),
    settings: z.array(
      z.object({
        id: z.string(),
        question: z.string(),
        words: z.string().describe('The answer that would hold'),
        silent: z.boolean().describe('The draft says nothing: this is Gatepost’s default'),
        clauses: z.array(z.object({ id: z.string(), number: z.string(), title: z.string() })),
        change: z.enum(['stricter', 'looser', 'different', 'same']).describe('Against what is in force'),
      }),
    ),
  }),
  controls: ['policy.drafting'],
}).handle(async (context, { draftId: id }) => {
  const { db, scopeId, at, actor } = context;
  const draft = await readableDraft(context, id);
  const [document, inForce, starter] = await Promise.all([
    draftDocument(db, scopeId, id),
    documentInForce(db, scopeId, at),
    localDate(db, scopeId, at).then((today) => behindOn(db, today)),
  ]);
  const clauses = new Map(document.clauses.map((clause) => [clause.id, clause]));
  return {
    name: draft.name,
    mayEdit: writesPolicy.allows(actor) && isOpen(draft.state),
    settings: allSettings.map((setting) => {
      const own = document.settings[setting.id];
      const after = own ? answerFrom(own) : answerOf(document, starter, setting.id);
      return {
        id: setting.id,
        question: setting.question,
        words: wordsOf(setting, after.is),
        silent: own === undefined,
        clauses: (own?.by ?? []).flatMap((clauseId) => {
          const clause = clauses.get(clauseId);
          return clause ? [{ id: clause.id, number: clause.number, title: clause.title }] : [];
        }),
        change: directionOf(setting, answerOf(inForce.document, starter, setting.id), after),
      };
    }),
  };
});
