// Give a review to a committee that reviews the policy on behalf of the governing body, and note what it decided.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { daySchema } from '#features/people/index.ts';
import { holdable, reviewLeaders } from '../access.ts';
import { holdReviews, setCommitteeOf } from '../queries.ts';
import { standingOf } from '../standing.ts';

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most.toLocaleString('en-GB')} letters.`);

export const setCommittee = defineAction({
  name: 'reviews.setCommittee',
  kind: 'write',
  summary: 'Give a review to a named committee, with its members, the day it meets and the minute of its decision.',
  route: 'PUT /reviews/{reviewId}/committee',
  scope: 'school',
  who: reviewLeaders,
  input: z.object({
    reviewId: z.uuid(),
    name: words(200).min(1, 'Write the name of the committee.').describe('Which committee'),
    members: words(1000).min(1, 'Write who its members are.').describe('Its members'),
    meetsOn: daySchema.describe('When it meets'),
    minute: words(4000).default('').describe('The minute of its decision, once it has met'),
  }),
  output: z.object({}),
  errors: ['review-closed'],
  controls: ['policy.review'],
  about: ({ reviewId, meetsOn }) => ({ review: reviewId, meetsOn }),
}).handle(async (context, { reviewId, ...committee }) => {
  const { db, scopeId } = context;
  await holdReviews(db, scopeId);
  holdable((await standingOf(context, reviewId)).review);
  await setCommitteeOf(db, scopeId, reviewId, committee);
  context.remark({ detail: { committee: committee.name, minute: committee.minute } });
  return {};
});
