// The headteacher has looked at how the policy is kept, with the figures of the day and the computing lead’s word.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { onlyHead } from '../access.ts';
import { figuresOf } from '../figures.ts';
import { closeImplementationRow } from '../implementation-queries.ts';
import { wholeImplementation } from '../implementation.ts';
import { holdReviews } from '../queries.ts';

export const closeImplementation = defineAction({
  name: 'reviews.closeImplementation',
  kind: 'write',
  summary: 'Close the look at how the policy is kept, in consultation with the computing lead.',
  route: 'POST /policy/implementation/close',
  scope: 'school',
  who: onlyHead,
  sealed: true,
  input: z.object({
    finding: z
      .string()
      .trim()
      .min(1, 'Write what you found.')
      .max(4000, 'At most 4,000 letters.')
      .describe('What you found'),
  }),
  output: z.object({}),
  errors: ['look-closed', 'not-consulted'],
  controls: ['policy.implementation'],
}).handle(async (context, { finding }) => {
  const { db, scopeId, personId, now } = context;
  await holdReviews(db, scopeId);
  const found = await wholeImplementation(context);
  if (!found) throw fail.notFound('policy');
  const { version, review, facts, counted, items } = found;
  const clauses = (await context.policy()).clausesOf('policy.implementation');
  if (review?.closed_at) {
    throw fail.conflict({
      code: 'look-closed',
      message: 'This version was looked at already.',
      remedy: 'The next version is looked at in its turn.',
    });
  }
  if (!review?.consulted_at) {
    throw fail.refused({
      code: 'not-consulted',
      message: 'The computing lead has not said yet how it works in practice.',
      remedy: 'Ask them to write their note on this page; where nobody is computing lead, name somebody first.',
      clauses,
    });
  }
  const figures = figuresOf(counted, facts, items).map(({ label, value }) => ({ label, value }));
  await closeImplementationRow(db, scopeId, version.id, { finding, figures, by: personId, at: now });
  context.remark({ clauses, about: { version: version.id }, detail: { finding } });
  return {};
});
