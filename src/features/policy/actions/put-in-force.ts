// Put one of the model policies in force from a date, until the school has adopted one of its own.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { putsInForce } from '../access.ts';
import { localDate } from '../in-force-at.ts';
import { loadModelPolicy, modelPolicyNames } from '../model-policies.ts';
import { refuseOnceAdopted } from '../not-adopted-yet.ts';
import { putVersionInForce } from '../put-in-force.ts';

export const putInForce = defineAction({
  name: 'policy.putInForce',
  kind: 'write',
  summary: 'Put a model policy in force from a date.',
  route: 'POST /policy/versions',
  scope: 'school',
  who: putsInForce,
  freshFactorMinutes: 240,
  sealed: true,
  input: z.object({
    model: z.enum(modelPolicyNames).describe('Which model policy'),
    effectiveOn: z.iso
      .date('Write the date as year-month-day.')
      .optional()
      .describe('From when, in the school’s own zone; today if left out'),
    reason: z.string().trim().max(500).default('').describe('Why'),
  }),
  output: z.object({ versionId: z.string(), n: z.number(), sha256: z.string(), effectiveOn: z.string() }),
  errors: ['date-passed', 'date-taken', 'adopt-it', 'locked-by-trust'],
  controls: ['policy.in-force'],
  about: (_, { versionId, sha256 }) => ({ policyVersion: versionId, document: sha256 }),
}).handle(async (context, { model, effectiveOn, reason }) => {
  const { db, scopeId, actor, at } = context;
  await refuseOnceAdopted(context, 'the model');
  const today = await localDate(db, scopeId, at);
  const from = effectiveOn ?? today;
  const document = await loadModelPolicy(model);
  const putBy = actor.kind === 'person' ? actor.personId : null;
  const { id, n, sha256 } = await putVersionInForce(context, {
    document,
    effectiveOn: from,
    today,
    reason,
    putBy,
  });
  return { versionId: id, n, sha256, effectiveOn: from };
});
