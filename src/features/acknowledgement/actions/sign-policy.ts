// I have read it to its end and sign it with my name.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { inPerson } from '#features/people/index.ts';
import { sign, SIGNING_FACTOR_MINUTES } from '#features/signatures/index.ts';
import { capacityOf, documentJson, keepActs, mustBeSeen } from '../keep-act.ts';
import { openFor, wordsFor } from '../own.ts';
import { mustBeReady } from '../ready.ts';
import { tickedReferences, tickedSchema } from '../references-read.ts';

export const signPolicy = defineAction({
  name: 'acknowledgement.sign',
  kind: 'write',
  summary: 'Sign the policy with my name, having read it to its end.',
  route: 'POST /acknowledgement/signatures',
  scope: 'school',
  who: inPerson,
  sealed: true,
  freshFactorMinutes: SIGNING_FACTOR_MINUTES,
  input: z.object({
    versionId: z.uuid(),
    textSha256: z.string().max(64).describe('Of the words that were shown, so that no others are signed'),
    references: tickedSchema,
    typedName: z.string().trim().min(1, 'Type your own name.').max(200).describe('Your own name'),
  }),
  output: z.object({ acknowledgementId: z.uuid(), signatureId: z.uuid(), digest: z.string() }),
  errors: [
    'another-version',
    'not-asked',
    'confirmed-already',
    'not-read-to-the-end',
    'questions-open',
    'document-not-ticked',
    'text-changed',
    'not-the-own-name',
  ],
  controls: ['policy.acknowledgement', 'policy.signatures', 'people.enrolment'],
  about: (_, { acknowledgementId, signatureId }) => ({ acknowledgement: acknowledgementId, signature: signatureId }),
}).handle(async (context, { versionId, textSha256, references, typedName }) => {
  const { personId } = context;
  const { ask, asked } = await openFor(context, personId, versionId);
  await mustBeReady(context, ask, personId, asked.kind);
  const words = await wordsFor(context, ask, { kind: asked.kind, personId });
  mustBeSeen(words, textSha256);
  const read = await tickedReferences(context, words.references, personId, references);
  const acknowledgementId = context.newId();
  const { id, digest } = await sign(context, {
    purpose: 'acknowledgement',
    subjectId: acknowledgementId,
    document: documentJson(ask),
    text: words.text,
    seen: textSha256,
    capacity: capacityOf(asked),
    typedName,
  });
  await keepActs(context, ask, words, [{ id: acknowledgementId, personId, signatureId: id }], {
    outcome: 'confirmed',
    kind: 'signature',
    read,
  });
  return { acknowledgementId, signatureId: id, digest };
});
