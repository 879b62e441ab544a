// Make the trust's policy the school's own from a day, until the school has adopted one: its clauses are then the school's, to be signed and added to.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { dayInWords } from '#kernel/day-in-words.ts';
import { fail } from '#kernel/errors.ts';
import { trustOfSchool } from '#features/schools/index.ts';
import { putsInForce } from '../access.ts';
import { localDate } from '../in-force-at.ts';
import { refuseOnceAdopted } from '../not-adopted-yet.ts';
import { putVersionInForce } from '../put-in-force.ts';
import { trustDocumentOn } from '../trust/queries.ts';

export const takeTrustPolicy = defineAction({
  name: 'policy.takeTrustPolicy',
  kind: 'write',
  summary: 'Put the trust’s policy in force as the school’s own, from a date.',
  route: 'POST /policy/trust/take',
  scope: 'school',
  who: putsInForce,
  freshFactorMinutes: 240,
  sealed: true,
  input: z.object({
    effectiveOn: z.iso
      .date('Write the date as year-month-day.')
      .optional()
      .describe('From when, in the school’s own zone; today if left out'),
  }),
  output: z.object({ versionId: z.string(), n: z.number(), sha256: z.string(), effectiveOn: z.string() }),
  errors: ['no-trust-policy', 'date-passed', 'date-taken', 'adopt-it', 'locked-by-trust'],
  controls: ['policy.trust-wide', 'policy.in-force'],
  about: (_, { versionId, sha256 }) => ({ policyVersion: versionId, document: sha256 }),
}).handle(async (context, input) => {
  const { db, scopeId, actor, at } = context;
  const today = await localDate(db, scopeId, at);
  const effectiveOn = input.effectiveOn ?? today;
  const [trust, version] = await Promise.all([trustOfSchool(db), trustDocumentOn(db, 'of-this-school', effectiveOn)]);
  if (!trust || !version) {
    throw fail.conflict({
      code: 'no-trust-policy',
      message: trust
        ? `${trust.name} has no policy on ${dayInWords(effectiveOn)}.`
        : 'This school belongs to no trust.',
      remedy: 'Choose a model policy, or write one of your own.',
    });
  }
  await refuseOnceAdopted(context, 'the trust’s policy');
  const written = await putVersionInForce(context, {
    document: version.document,
    effectiveOn,
    today,
    reason: `Version ${version.n} of the policy of ${trust.name}.`,
    putBy: actor.kind === 'person' ? actor.personId : null,
  });
  return { versionId: written.id, n: written.n, sha256: written.sha256, effectiveOn };
});
