// Send a finished draft to be approved, signed and adopted.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { draftDocument, setDraftState, writesPolicy } from '#features/drafting/index.ts';
import { localDate, refuseAgainstLocks } from '#features/policy/index.ts';
import { goOn } from '../next-step.ts';
import { stepsFor } from '../plan.ts';
import { adoptionRow, openAdoptionOf } from '../queries.ts';
import { requirementOf } from '../requirement.ts';
import { closeAdoption, insertAdoption } from '../write-queries.ts';

export const sendForApproval = defineAction({
  name: 'adoption.send',
  kind: 'write',
  summary: 'Send a finished draft to be approved, signed and adopted.',
  route: 'POST /drafts/{draftId}/adoption',
  scope: 'school',
  who: writesPolicy,
  sealed: true,
  input: z.object({ draftId: z.uuid() }),
  output: z.object({ adoptionId: z.string(), sha256: z.string() }),
  errors: ['draft-state', 'draft-has-errors', 'locked-by-trust'],
  controls: ['policy.adoption', 'decisions.exact-thing'],
  about: ({ draftId }, { adoptionId, sha256 }) => ({ draft: draftId, adoption: adoptionId, document: sha256 }),
}).handle(async (context, { draftId }) => {
  const { db, scopeId, personId, now, at } = context;
  const draft = await setDraftState(context, draftId, 'review');
  const before = await openAdoptionOf(db, scopeId, draftId);
  if (before) {
    const because = 'The draft was edited and sent anew.';
    await closeAdoption(db, before, { state: 'withdrawn', by: personId, at: now, because });
  }
  const document = await draftDocument(db, scopeId, draftId);
  // What its trust would refuse in the end is not approved and signed before.
  await refuseAgainstLocks(context, document, await localDate(db, scopeId, at));
  const { roles, clauses } = await requirementOf(context, document);
  const id = context.newId();
  await insertAdoption(db, {
    schoolId: scopeId,
    id,
    draftId,
    title: draft.name,
    sha256: draft.sha256!,
    reason: draft.changeNote,
    material: draft.material ?? true,
    materialReason: draft.materialReason,
    roles,
    clauses,
    sentBy: personId,
    sentAt: now,
    steps: stepsFor(roles),
  });
  await goOn(context, (await adoptionRow(db, scopeId, id))!, draft);
  context.remark({ clauses });
  return { adoptionId: id, sha256: draft.sha256! };
});
