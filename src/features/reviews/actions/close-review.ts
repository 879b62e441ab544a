// End a review: the policy stays as it is, or a new draft follows. Only once its reviewers signed off and the governors have it.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail, type Failure } from '#kernel/errors.ts';
import { holdable, reviewLeaders, rolesInWords } from '../access.ts';
import { missingRoles, obstaclesOf, type Obstacle } from '../closing.ts';
import { closeReviewRow, holdReviews } from '../queries.ts';
import { standingOf, type ReviewStanding } from '../standing.ts';

export const closeReview = defineAction({
  name: 'reviews.close',
  kind: 'write',
  summary: 'End a review: the policy stays as it is, or a new draft is begun.',
  route: 'POST /reviews/{reviewId}/close',
  scope: 'school',
  who: reviewLeaders,
  sealed: true,
  input: z.object({
    reviewId: z.uuid(),
    outcome: z.enum(['stays', 'new-draft']).describe('What follows from it'),
    words: z.string().trim().min(1, 'Write what was found.').max(4000, 'At most 4,000 letters.').describe('Why'),
  }),
  output: z.object({}),
  errors: ['review-closed', 'sources-unconfirmed', 'not-signed-off', 'minute-missing', 'not-shared'],
  controls: ['policy.review', 'policy.share-with-governors'],
  about: ({ reviewId, outcome }) => ({ review: reviewId, outcome }),
}).handle(async (context, { reviewId, outcome, words }) => {
  const { db, scopeId, actor, now } = context;
  await holdReviews(db, scopeId);
  const standing = await standingOf(context, reviewId);
  holdable(standing.review);
  const [first] = obstaclesOf(standing);
  if (first) throw REFUSALS[first](standing);
  await closeReviewRow(db, scopeId, reviewId, {
    outcome,
    words,
    by: actor.kind === 'person' ? actor.personId : null,
    at: now,
  });
  context.remark({
    clauses: [...new Set([...standing.review.clauses, ...standing.shareClauses])],
    about: { version: standing.versionId },
    detail: { words },
  });
  return {};
});

const REFUSALS: Readonly<Record<Obstacle, (standing: ReviewStanding) => Failure>> = {
  'to-confirm': ({ review, toConfirm }) =>
    fail.refused({
      code: 'sources-unconfirmed',
      message: `Not everything that the policy rests on has been confirmed: ${toConfirm
        .filter(({ isDone }) => !isDone)
        .map(({ title }) => title)
        .join('; ')}.`,
      remedy: 'Let a reviewer confirm each of them, or put it right.',
      clauses: review.clauses,
    }),
  'sign-offs': (standing) =>
    fail.refused({
      code: 'not-signed-off',
      message: `The review has not been signed off by: ${rolesInWords(missingRoles(standing))}.`,
      remedy: 'Ask them; where nobody holds that responsibility, name somebody first.',
      clauses: standing.review.clauses,
    }),
  minute: ({ review }) =>
    fail.refused({
      code: 'minute-missing',
      message: `The review was given to ${review.committee}, and its decision is not noted yet.`,
      remedy: 'Note the minute of the committee.',
      clauses: review.clauses,
    }),
  sharing: ({ shareClauses }) =>
    fail.refused({
      code: 'not-shared',
      message: 'The version that is in force has not been shared with the governors yet.',
      remedy: 'Share it, and note the day and the recipients.',
      clauses: shareClauses,
    }),
};
