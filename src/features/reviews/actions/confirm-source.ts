// A reviewer confirms that a source which the policy cites is still the current one.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { confirmGuidanceEntry, guidanceKey } from '#features/references/index.ts';
import { reviewable } from '../access.ts';
import { standingOf } from '../standing.ts';

export const confirmSource = defineAction({
  name: 'reviews.confirmSource',
  kind: 'write',
  summary: 'Confirm in a review that a source which the policy cites is still the current edition.',
  route: 'POST /reviews/{reviewId}/sources/{key}/confirm',
  scope: 'school',
  who: anySignedIn,
  input: z.object({ reviewId: z.uuid(), key: guidanceKey }),
  output: z.object({}),
  errors: ['not-reviewer', 'review-closed', 'edition-superseded'],
  controls: ['policy.review', 'policy.guidance-register'],
  about: ({ reviewId, key }) => ({ review: reviewId, guidance: key }),
}).handle(async (context, { reviewId, key }) => {
  const { review } = await standingOf(context, reviewId);
  reviewable(context.actor, review, review.clauses);
  await confirmGuidanceEntry(context, key);
  return {};
});
