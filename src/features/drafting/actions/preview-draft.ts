// What would change of the policy in force: by the draft as it is, and by an edit that is not saved yet. Nothing is changed by asking.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import {
  changeFields,
  comparePolicies,
  controlsReading,
  countsOf,
  differenceAsText,
  documentInForce,
  doesOf,
  doesShape,
  type PolicyDocument,
} from '#features/policy/index.ts';
import { writesPolicy } from '../access.ts';
import { settingPairs } from '../comparing/setting-rows.ts';
import { clauseFields, clauseId, draftId } from '../input.ts';
import { readableDraft } from '../readable-draft.ts';
import { checkedAnswer } from '../setting-content.ts';
import { draftDocument } from '../standing.ts';
import { clauseOf } from '../told.ts';
import { clauseView, onlySaid, settingPair } from '../views.ts';

export const previewDraft = defineAction({
  name: 'drafting.preview',
  kind: 'read',
  summary: 'Say what a draft, with an edit that is not saved yet, would change of the policy in force.',
  route: 'POST /policy/drafts/{draftId}/preview',
  scope: 'school',
  who: writesPolicy,
  token: 'policy:read',
  input: z.object({
    draftId,
    clause: z
      .object({ clauseId, ...clauseFields })
      .optional()
      .describe('A clause as it is being written'),
    setting: z
      .object({
        settingId: changeFields.settingId,
        silent: z.boolean().default(false),
        is: changeFields.is.optional(),
        overrides: changeFields.overrides,
        by: z.array(clauseId).max(30).default([]),
      })
      .optional()
      .describe('An answer as it is being given'),
  }),
  output: z.object({
    clause: z
      .object({
        before: clauseView.nullable().describe('In force; null where it is new'),
        after: clauseView,
        parts: z.array(z.string()).readonly(),
      })
      .nullable(),
    setting: z.array(settingPair).nullable().describe('Of the setting asked about: empty where nothing changes'),
    does: doesShape.describe('What obeys the setting asked about'),
    counts: z.object({ added: z.number(), removed: z.number(), changed: z.number(), settings: z.number(), onlySaid }),
    text: z.string().describe('The whole difference in words'),
  }),
  errors: ['answer-not-possible', 'clause-missing'],
  controls: ['policy.drafting'],
}).handle(async (context, { draftId: id, clause, setting }) => {
  const { db, scopeId, at, controls } = context;
  await readableDraft(context, id);
  const [draft, { document: inForce }] = await Promise.all([
    draftDocument(db, scopeId, id),
    documentInForce(db, scopeId, at),
  ]);
  const written = clause && asClause(clause);
  const given =
    setting && !setting.silent ? await checkedAnswer(context, draft, setting.settingId, setting) : undefined;
  const document: PolicyDocument = {
    ...draft,
    ...(written ? { clauses: draft.clauses.map((one) => (one.id === written.id ? written : one)) } : {}),
    ...(setting ? { settings: { ...draft.settings, [setting.settingId]: given } } : {}),
  };
  const difference = comparePolicies(inForce, document);
  const before = inForce.clauses.find((one) => one.id === written?.id);
  return {
    clause: written
      ? {
          before: before ? clauseOf(before) : null,
          after: clauseOf(written),
          parts: difference.changed.find((one) => one.id === written.id)?.parts ?? [],
        }
      : null,
    setting: setting ? settingPairs(difference, inForce, document).filter((one) => one.id === setting.settingId) : null,
    does: setting ? doesOf(controlsReading(setting.settingId, controls)) : [],
    counts: countsOf(difference),
    text: differenceAsText(difference),
  };
});

const asClause = ({
  clauseId: id,
  restsOn,
  ...rest
}: { clauseId: string } & z.output<z.ZodObject<typeof clauseFields>>) => ({
  id,
  ...rest,
  'rests-on': restsOn,
});
