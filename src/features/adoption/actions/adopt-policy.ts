// Adopt what is approved and signed: it is in force by itself from its day.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { draftDocument, setDraftState } from '#features/drafting/index.ts';
import { localDate, putVersionInForce } from '#features/policy/index.ts';
import { adopts } from '../access.ts';
import { mustBeComplete } from '../must-be-complete.ts';
import { openAdoption } from '../standing.ts';
import { closeAdoption } from '../write-queries.ts';

export const adoptPolicy = defineAction({
  name: 'adoption.adopt',
  kind: 'write',
  summary: 'Adopt a policy that is approved and signed, from a day.',
  route: 'POST /adoptions/{adoptionId}/adopt',
  scope: 'school',
  who: adopts,
  freshFactorMinutes: 240,
  sealed: true,
  input: z.object({
    adoptionId: z.uuid(),
    effectiveOn: z.iso.date('Write the date as year-month-day.').describe('From when, in the school’s own zone'),
  }),
  output: z.object({ versionId: z.string(), n: z.number(), sha256: z.string(), effectiveOn: z.string() }),
  errors: [
    'adoption-over',
    'draft-edited',
    'more-is-asked',
    'not-approved',
    'signatures-missing',
    'responsible-person-missing',
    'linked-policy-missing',
    'locked-by-trust',
    'date-passed',
    'date-taken',
  ],
  controls: [
    'policy.adoption',
    'policy.signatures',
    'policy.responsible-persons',
    'policy.in-force',
    'policy.linked-in-date',
  ],
  about: ({ adoptionId }, { versionId, sha256 }) => ({
    adoption: adoptionId,
    policyVersion: versionId,
    document: sha256,
  }),
}).handle(async (context, { adoptionId, effectiveOn }) => {
  const { db, scopeId, personId, at, now } = context;
  const standing = await openAdoption(context, adoptionId);
  const { row } = standing;
  const document = await draftDocument(db, scopeId, row.draft_id);
  await mustBeComplete(context, standing, document);
  const { id, n, sha256 } = await putVersionInForce(context, {
    document,
    effectiveOn,
    today: await localDate(db, scopeId, at),
    reason: row.reason,
    putBy: personId,
    adopted: true,
    material: row.material,
    materialReason: row.material_reason,
  });
  await setDraftState(context, row.draft_id, 'adopted');
  await closeAdoption(db, row, { state: 'adopted', by: personId, at: now, because: '', versionId: id });
  context.remark({ clauses: row.clauses });
  return { versionId: id, n, sha256, effectiveOn };
});
