// Sign the exact version that is to be adopted, in one’s role and when it is one’s turn.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import type { Json } from '#kernel/canonical.ts';
import { draftDocument } from '#features/drafting/index.ts';
import { inPerson } from '#features/people/index.ts';
import { roleLabels } from '#features/policy/index.ts';
import { sign, SIGNING_FACTOR_MINUTES } from '#features/signatures/index.ts';
import { askToSign } from '../ask-to-sign.ts';
import { wayOut } from '../must-be-complete.ts';
import { signedText } from '../signed-text.ts';
import { PURPOSE, slotsToday } from '../signing.ts';
import { isStuck, lineOf, type Slot } from '../slots.ts';
import { dayAt, openAdoption } from '../standing.ts';

export const signAdoption = defineAction({
  name: 'adoption.sign',
  kind: 'write',
  summary: 'Sign the exact version of the policy that is to be adopted.',
  route: 'POST /adoptions/{adoptionId}/signatures',
  scope: 'school',
  who: inPerson,
  freshFactorMinutes: SIGNING_FACTOR_MINUTES,
  sealed: true,
  input: z.object({
    adoptionId: z.uuid(),
    typedName: z.string().trim().min(1, 'Type your name.').max(200).describe('Your own name, typed as your signature'),
    seen: z.string().max(64).describe('SHA-256 of the text that you have read'),
  }),
  output: z.object({ signatureId: z.string(), digest: z.string() }),
  errors: ['adoption-over', 'draft-edited', 'not-your-turn', 'not-the-own-name', 'text-changed', 'already-signed'],
  controls: ['policy.signatures'],
  about: ({ adoptionId }) => ({ adoption: adoptionId }),
}).handle(async (context, { adoptionId, typedName, seen }) => {
  const { db, scopeId, personId } = context;
  const { row, current } = await openAdoption(context, adoptionId);
  const document = await draftDocument(db, scopeId, row.draft_id);
  const slots = await slotsToday(context, row, document, current === undefined);
  const line = lineOf(slots, personId);
  if (!line) throw notYourTurn(slots, personId, row.clauses);
  const text = signedText(document, { sha256: row.sha256, on: await dayAt(context, row.sent_at) });
  const { id, digest } = await sign(context, {
    purpose: PURPOSE,
    subjectId: adoptionId,
    document: document as unknown as Json,
    text,
    seen,
    capacity: line.role,
    ...(line.standingInFor === null ? {} : { standingInFor: line.standingInFor }),
    typedName,
  });
  context.remark({ clauses: row.clauses });
  await askToSign(context, row, slots);
  return { signatureId: id, digest };
});

function notYourTurn(slots: readonly Slot[], personId: string, clauses: readonly string[]) {
  const stuck = slots.find((slot) => isStuck(slot) && slot.signedElsewhere.some((one) => one.personId === personId));
  if (slots.some(({ signature }) => signature?.personId === personId)) {
    return fail.conflict({
      code: 'already-signed',
      message: 'You have signed this already.',
      remedy: stuck ? wayOut(stuck) : 'There is nothing left to do: a signature stays as it is.',
    });
  }
  const first = slots.find(({ isOpen, signature }) => isOpen && signature === null);
  return fail.refused({
    code: 'not-your-turn',
    message: 'There is no line for you to sign on now.',
    remedy: first
      ? `It waits for the signature of ${roleLabels[first.role]} first.`
      : slots.some(({ signature }) => signature === null)
        ? 'It is still being approved; signatures come after that.'
        : 'Every signature is there already.',
    clauses,
  });
}
