// I have read it to its end, answered what is asked, and confirm it.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { inPerson } from '#features/people/index.ts';
import { keepActs, mustBeSeen } from '../keep-act.ts';
import { openFor, wordsFor } from '../own.ts';
import { mustBeReady } from '../ready.ts';
import { tickedReferences, tickedSchema } from '../references-read.ts';

export const confirmPolicy = defineAction({
  name: 'acknowledgement.confirm',
  kind: 'write',
  summary: 'Confirm that I have read the policy to its end and understand it.',
  route: 'POST /acknowledgement',
  scope: 'school',
  who: inPerson,
  sealed: true,
  input: z.object({
    versionId: z.uuid(),
    textSha256: z.string().max(64).describe('Of the words that were shown, so that no others are confirmed'),
    references: tickedSchema,
  }),
  output: z.object({ acknowledgementId: z.uuid() }),
  errors: [
    'another-version',
    'not-asked',
    'confirmed-already',
    'not-read-to-the-end',
    'questions-open',
    'signature-needed',
    'document-not-ticked',
    'text-changed',
  ],
  controls: ['policy.acknowledgement', 'people.enrolment'],
  about: (_, { acknowledgementId }) => ({ acknowledgement: acknowledgementId }),
}).handle(async (context, { versionId, textSha256, references }) => {
  const { personId } = context;
  const { ask, asked } = await openFor(context, personId, versionId);
  const { kind } = asked;
  if (kind === 'signature') {
    throw fail.refused({
      code: 'signature-needed',
      message: 'The policy asks for your signature.',
      remedy: 'Type your name and sign.',
      clauses: ask.clauses,
    });
  }
  await mustBeReady(context, ask, personId, kind);
  const words = await wordsFor(context, ask, { kind, personId });
  mustBeSeen(words, textSha256);
  const read = await tickedReferences(context, words.references, personId, references);
  const acknowledgementId = context.newId();
  await keepActs(context, ask, words, [{ id: acknowledgementId, personId }], { outcome: 'confirmed', kind, read });
  return { acknowledgementId };
});
