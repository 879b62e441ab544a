// One setting at the trust: what its policy answers, what is locked and was, and how it may be answered.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { dayOf, trustLeads } from '#features/schools/index.ts';
import { capital } from '../answer-in-words.ts';
import { answerFrom, answerOf } from '../answer.ts';
import { answerShape, settingId } from '../change-input.ts';
import { controlsReading } from '../controls-reading.ts';
import { loadModelPolicy } from '../model-policies.ts';
import { placesFor } from '../places-read.ts';
import { settingFor } from '../plan-change.ts';
import { settings } from '../settings/index.ts';
import { platformLabels, platformNames } from '../settings/platform-names.ts';
import { shapeOf, shapeSchema } from '../setting-shape.ts';
import { answerView, doesOf, doesShape } from '../setting-view.ts';
import { lockAtTrust, lockAtTrustShape } from '../trust/lock-at-trust.ts';
import { everHolds, isStanding, lockRows, trustDocumentOn } from '../trust/queries.ts';
import { schoolsAtTrust } from '../trust/schools-at-trust.ts';

export const readLock = defineAction({
  name: 'policy.readLock',
  kind: 'read',
  summary: 'Read what the trust says of one setting, and whether it is locked.',
  route: 'GET /trust/policy/locks/{settingId}',
  scope: 'trust',
  who: trustLeads,
  input: z.object({ settingId }),
  output: z.object({
    id: z.string(),
    question: z.string(),
    answer: answerShape.describe('What the trust’s policy answers, or Gatepost where it is silent'),
    silent: z.boolean(),
    clauses: z.array(z.object({ id: z.string(), number: z.string(), title: z.string(), text: z.string() })),
    order: z
      .enum(['stricter-known', 'fixed'])
      .describe('Whether of two answers one can be stricter; where not, a lock allows this answer alone'),
    does: doesShape,
    shape: shapeSchema.describe('What an answer looks like'),
    places: z
      .array(
        z.object({
          kind: z.enum(['platform', 'category']),
          options: z.array(z.object({ value: z.string(), label: z.string() })),
        }),
      )
      .describe('For what another answer can hold; accounts belong to schools'),
    standing: z.array(lockAtTrustShape).describe('Locks that hold, or will'),
    past: z.array(lockAtTrustShape.extend({ liftReason: z.string() })).describe('Newest first'),
    hasPolicy: z.boolean().describe('A lock rests on a clause of the trust’s policy: there must be one'),
  }),
  controls: ['policy.trust-lock'],
}).handle(async ({ db, scopeId, at, controls }, input) => {
  const setting = settingFor(input.settingId);
  const whose = { trustId: scopeId };
  const today = dayOf(at);
  const [version, starter, rows, schools] = await Promise.all([
    trustDocumentOn(db, whose, today),
    loadModelPolicy('starter'),
    lockRows(db, whose, setting.id),
    schoolsAtTrust(db, scopeId),
  ]);
  const document = version?.document ?? starter;
  const own = version?.document.settings[setting.id];
  const kinds = answerOf(document, starter, settings.content.categories.id).is;
  const optionsOf = {
    platform: platformNames.map((value) => ({ value, label: capital(platformLabels[value]) })),
    category: settings.content.categories.schema.parse(kinds).map(({ id, label }) => ({ value: id, label })),
  };
  return {
    id: setting.id,
    question: setting.question,
    answer: answerView(setting, answerFrom(own ?? starter.settings[setting.id]!)),
    silent: own === undefined,
    clauses: document.clauses
      .filter(({ id }) => own?.by.includes(id) === true)
      .map(({ id, number, title, text }) => ({ id, number, title, text })),
    order: setting.order === 'none' ? 'fixed' : 'stricter-known',
    does: doesOf(controlsReading(setting.id, controls)),
    shape: shapeOf(setting),
    places: placesFor(setting.id).flatMap((kind) => (kind === 'account' ? [] : [{ kind, options: optionsOf[kind] }])),
    standing: rows.filter((row) => isStanding(row, today)).map((row) => lockAtTrust(row, schools)),
    past: rows
      .filter((row) => everHolds(row) && !isStanding(row, today))
      .toReversed()
      .map((row) => ({ ...lockAtTrust(row, []), liftReason: row.lift_reason })),
    hasPolicy: version !== null,
  };
});
