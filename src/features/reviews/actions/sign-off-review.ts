// A reviewer has read the policy and signs the review off, once everything that it rests on has been confirmed.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { countsAs, reviewable } from '../access.ts';
import { missingRoles } from '../closing.ts';
import { holdReviews, insertSignOffs } from '../queries.ts';
import { standingOf } from '../standing.ts';

export const signOffReview = defineAction({
  name: 'reviews.signOff',
  kind: 'write',
  summary: 'Sign a review of the policy off, as one of its reviewers.',
  route: 'POST /reviews/{reviewId}/sign-off',
  scope: 'school',
  who: anySignedIn,
  sealed: true,
  input: z.object({
    reviewId: z.uuid(),
    words: z.string().trim().max(2000, 'At most 2,000 letters.').default('').describe('What you found'),
  }),
  output: z.object({ roles: z.array(z.string()) }),
  errors: ['not-reviewer', 'review-closed', 'signed-off-already', 'sources-unconfirmed'],
  controls: ['policy.review'],
  about: ({ reviewId }, { roles }) => ({ review: reviewId, roles }),
}).handle(async (context, { reviewId, words }) => {
  const { db, scopeId, actor, personId, now } = context;
  await holdReviews(db, scopeId);
  const standing = await standingOf(context, reviewId);
  reviewable(actor, standing.review, standing.review.clauses);
  const roles = missingRoles(standing).filter((role) => countsAs(actor, role));
  if (roles.length === 0) {
    throw fail.conflict({
      code: 'signed-off-already',
      message: 'This review is signed off for everything that you answer for.',
      remedy: 'Nothing more is asked of you here.',
    });
  }
  const waiting = standing.toConfirm.filter(({ isDone }) => !isDone);
  if (waiting.length > 0) {
    throw fail.refused({
      code: 'sources-unconfirmed',
      message: `Not everything that the policy rests on has been confirmed: ${waiting.map(({ title }) => title).join('; ')}.`,
      remedy: 'Confirm each of them, put it right, or close what is no longer expected.',
      clauses: [
        ...new Set([...standing.review.clauses, ...(await context.policy()).clausesOf('policy.guidance-register')]),
      ],
    });
  }
  await insertSignOffs(db, scopeId, { reviewId, roles, personId, words, at: now });
  context.remark({ clauses: standing.review.clauses, detail: { words } });
  return { roles };
});
