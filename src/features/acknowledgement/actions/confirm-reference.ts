// I have read this document in this edition: a new one of something that I confirmed with the policy before.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { sha256 } from '#kernel/canonical.ts';
import { fail } from '#kernel/errors.ts';
import { inPerson } from '#features/people/index.ts';
import { readRegister } from '#features/references/index.ts';
import { keepText } from '#features/signatures/index.ts';
import { clausesFor, mustBeSeen } from '../keep-act.ts';
import { askNow } from '../load.ts';
import { mustBeAsked } from '../own.ts';
import { readWith, referenceText } from '../read-with.ts';
import { insertConfirmedReferences } from '../reference-queries.ts';
import { referencesOf } from '../references-read.ts';

export const confirmReference = defineAction({
  name: 'acknowledgement.confirmReference',
  kind: 'write',
  summary: 'Confirm that I have read a document that is read with the policy, in its present edition.',
  route: 'POST /acknowledgement/references',
  scope: 'school',
  who: inPerson,
  sealed: true,
  input: z.object({
    reference: z.string().max(80).describe('The key of the document'),
    textSha256: z.string().max(64).describe('Of the words that were shown, with its title and edition'),
  }),
  output: z.object({ edition: z.string() }),
  errors: ['not-asked', 'confirmed-already', 'text-changed'],
  controls: ['policy.acknowledgement', 'policy.guidance-register', 'policy.linked-register'],
  about: ({ reference }, { edition }) => ({ reference, edition }),
}).handle(async (context, { reference, textSha256 }) => {
  const { db, scopeId, personId, now } = context;
  const ask = await askNow(context);
  if (!ask) throw fail.notFound('version of the policy in force');
  await mustBeAsked(context, ask, personId);
  const { entered } = readWith(await readRegister(context, ask.document));
  const one = (await referencesOf(context, entered, personId)).find(({ key }) => key === reference);
  if (!one) throw fail.notFound('document that is read with the policy');
  if (one.confirmedOn !== null) {
    throw fail.conflict({
      code: 'confirmed-already',
      message: 'You have confirmed this edition already.',
      remedy: 'There is nothing left to do: it stays as it is.',
    });
  }
  const text = referenceText(one);
  mustBeSeen({ textSha256: sha256(text) }, textSha256);
  const kept = { personIds: [personId], references: [one], confirmedOn: ask.today, recordedBy: null };
  await insertConfirmedReferences(db, scopeId, { ...kept, textSha256: await keepText(db, scopeId, text, now) }, now);
  context.remark({ clauses: clausesFor(ask, [one]), about: { text: textSha256 }, people: [personId] });
  return { edition: one.edition };
});
