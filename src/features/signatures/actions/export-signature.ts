// One signature as a file that anybody can verify without this installation.
import { z } from 'zod';
import { either, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { inPerson } from '#features/people/index.ts';
import { exportable } from '../access.ts';
import { signatureFileOf } from '../export-signature-file.ts';
import { wholeSignature } from '../queries.ts';
import { signatureFileSchema } from '../signature-file.ts';

export const exportSignature = defineAction({
  name: 'signatures.export',
  kind: 'read',
  recorded: true,
  summary: 'Export a signature as a file that anybody can verify.',
  route: 'GET /signatures/{signatureId}/export',
  scope: 'school',
  who: either(inPerson, onlyOperator),
  input: z.object({ signatureId: z.uuid() }),
  output: signatureFileSchema,
  errors: ['not-your-signature', 'not-sealed-yet'],
  controls: ['policy.signatures'],
  about: ({ signatureId }) => ({ signature: signatureId }),
}).handle(async (context, { signatureId }) => {
  const row = await wholeSignature(context.db, context.scopeId, signatureId);
  if (!row) throw fail.notFound('signature');
  return signatureFileOf(context, exportable(context.actor, row));
});
