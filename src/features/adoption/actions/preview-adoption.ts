// Who would be asked to approve and to sign a draft, before it is sent.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { draftDocument, draftState, writesPolicy } from '#features/drafting/index.ts';
import { localDate, responsiblePersons, roleLabels } from '#features/policy/index.ts';
import { approversNow } from '../next-step.ts';
import { signersFor, stepsFor } from '../plan.ts';
import { requirementOf } from '../requirement.ts';

export const previewAdoption = defineAction({
  name: 'adoption.preview',
  kind: 'read',
  summary: 'See who would be asked to approve and sign a draft.',
  route: 'GET /drafts/{draftId}/adoption',
  scope: 'school',
  who: writesPolicy,
  input: z.object({ draftId: z.uuid() }),
  output: z.object({
    name: z.string(),
    state: z.enum(['draft', 'review', 'approved', 'adopted', 'discarded']),
    changeNote: z.string(),
    material: z.boolean().nullable(),
    steps: z.array(z.object({ label: z.string(), kind: z.enum(['person', 'body']), asked: z.array(z.string()) })),
    signers: z.array(z.string()),
    empty: z.array(z.string()).describe('Responsibilities without a name, which the policy prints'),
    clauses: z.array(z.string()),
  }),
  controls: ['policy.adoption', 'policy.responsible-persons'],
}).handle(async (context, { draftId }) => {
  const { db, scopeId, at } = context;
  const [draft, document] = await Promise.all([draftState(db, scopeId, draftId), draftDocument(db, scopeId, draftId)]);
  const { roles, clauses } = await requirementOf(context, document);
  const responsible = await responsiblePersons(db, scopeId, document, await localDate(db, scopeId, at));
  const steps = [];
  for (const { role, kind } of stepsFor(roles)) {
    const asked = await approversNow(context, { role, kind, decision_id: null }, [], draft);
    steps.push({ label: roleLabels[role], kind, asked: asked.map(({ name }) => name) });
  }
  return {
    name: draft.name,
    state: draft.state,
    changeNote: draft.changeNote,
    material: draft.material,
    steps,
    signers: signersFor(roles).map((role) => roleLabels[role]),
    empty: responsible.filter(({ people }) => people.length === 0).map(({ role }) => roleLabels[role]),
    clauses: [...clauses],
  };
});
