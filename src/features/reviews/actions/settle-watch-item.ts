// A reviewer says of an expected change that it is still expected, or closes it with what became of it.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { closeWatch, confirmWatch, guidanceKey } from '#features/references/index.ts';
import { reviewable } from '../access.ts';
import { standingOf } from '../standing.ts';

export const settleWatchItem = defineAction({
  name: 'reviews.settleWatchItem',
  kind: 'write',
  summary: 'Say in a review that a change of the law is still expected, or close it with what became of it.',
  route: 'POST /reviews/{reviewId}/watch/{key}',
  scope: 'school',
  who: anySignedIn,
  input: z.object({
    reviewId: z.uuid(),
    key: guidanceKey,
    outcome: z
      .string()
      .trim()
      .max(2000, 'At most 2,000 letters.')
      .default('')
      .describe('What became of it; empty while it is still expected'),
  }),
  output: z.object({}),
  errors: ['not-reviewer', 'review-closed', 'watch-item-closed'],
  controls: ['policy.review', 'policy.guidance-register'],
  about: ({ reviewId, key, outcome }) => ({ review: reviewId, watchItem: key, closed: outcome !== '' }),
}).handle(async (context, { reviewId, key, outcome }) => {
  const { review } = await standingOf(context, reviewId);
  reviewable(context.actor, review, review.clauses);
  if (outcome === '') await confirmWatch(context, key);
  else await closeWatch(context, key, outcome);
  return {};
});
