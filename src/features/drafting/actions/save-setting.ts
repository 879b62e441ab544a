// Answer a setting in a draft, and say which clause gives the answer; or leave it unanswered.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { changeFields } from '#features/policy/index.ts';
import { writesPolicy } from '../access.ts';
import { openDraft, savePart } from '../edit-part.ts';
import { clauseId, draftId, saved } from '../input.ts';
import { partRow } from '../queries.ts';
import { checkedAnswer } from '../setting-content.ts';
import { draftDocument } from '../standing.ts';

export const saveSetting = defineAction({
  name: 'drafting.saveSetting',
  kind: 'write',
  summary: 'Answer a setting in a draft, or leave it to Gatepost’s default.',
  route: 'PUT /policy/drafts/{draftId}/settings/{settingId}',
  scope: 'school',
  who: writesPolicy,
  input: z.object({
    draftId,
    settingId: changeFields.settingId,
    revision: z.coerce.number().int().min(0).describe('As it was read; 0 where the draft had never answered it'),
    silent: z.boolean().default(false).describe('The draft says nothing; Gatepost’s default answers'),
    is: changeFields.is.optional(),
    overrides: changeFields.overrides,
    by: z.array(clauseId).max(30).default([]).describe('The clauses that give the answer'),
  }),
  output: saved,
  errors: ['saved-meanwhile', 'draft-closed', 'answer-not-possible', 'clause-missing'],
  controls: ['policy.drafting'],
  about: ({ draftId: draft, settingId: setting }) => ({ draft, setting }),
}).handle(async (context, { draftId: id, settingId: key, revision, silent, ...answer }) => {
  const draft = await openDraft(context, id);
  const { db, scopeId } = context;
  const content = silent ? null : await checkedAnswer(context, await draftDocument(db, scopeId, id), key, answer);
  const row = await partRow(db, scopeId, id, 'setting', key);
  if (!row && silent) {
    throw fail.invalid({
      code: 'nothing-changes',
      message: 'The draft says nothing of this already.',
      remedy: 'Answer it, or leave it as it is.',
    });
  }
  const seen = revision === 0 && !row ? null : revision;
  return savePart(context, draft, { kind: 'setting', key, revision: seen, content });
});
