// The computing lead says how the policy works in practice; the headteacher’s look at it cannot be closed without.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { ictLead } from '../access.ts';
import { implementationReviewRow, putConsultation } from '../implementation-queries.ts';
import { newestVersion } from '../implementation.ts';
import { holdReviews } from '../queries.ts';

export const noteConsultation = defineAction({
  name: 'reviews.noteConsultation',
  kind: 'write',
  summary: 'Say, as the computing lead, how the policy works in practice.',
  route: 'PUT /policy/implementation/consultation',
  scope: 'school',
  who: ictLead,
  input: z.object({
    words: z
      .string()
      .trim()
      .min(1, 'Write how it works in practice.')
      .max(4000, 'At most 4,000 letters.')
      .describe('How it works'),
  }),
  output: z.object({}),
  errors: ['look-closed'],
  controls: ['policy.implementation'],
}).handle(async (context, { words }) => {
  const { db, scopeId, personId, now } = context;
  await holdReviews(db, scopeId);
  const version = await newestVersion(context);
  if (!version) throw fail.notFound('policy');
  if ((await implementationReviewRow(db, scopeId, version.id))?.closed_at) {
    throw fail.conflict({
      code: 'look-closed',
      message: 'The headteacher has looked at this version already.',
      remedy: 'Say it to the headteacher, or ask for a review of the policy.',
    });
  }
  await putConsultation(db, scopeId, version.id, { by: personId, at: now, words });
  context.remark({ about: { version: version.id }, detail: { words } });
  return {};
});
