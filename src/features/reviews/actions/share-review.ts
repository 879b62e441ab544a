// Note that the governors were given the version in force: when, how and who. Those in the directory are told here as well.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { daySchema, notify } from '#features/people/index.ts';
import { holdable, reviewLeaders } from '../access.ts';
import { holdersOf, holdReviews, insertShare } from '../queries.ts';
import { standingOf } from '../standing.ts';

export const shareReview = defineAction({
  name: 'reviews.share',
  kind: 'write',
  summary: 'Note that the reviewed policy was shared with the governors, with the day and the recipients.',
  route: 'POST /reviews/{reviewId}/shares',
  scope: 'school',
  who: reviewLeaders,
  input: z.object({
    reviewId: z.uuid(),
    people: z.array(z.uuid()).max(100, 'At most 100 people.').default([]).describe('Governors in the directory'),
    others: z.string().trim().max(1000, 'At most 1,000 letters.').default('').describe('Others, by name'),
    sharedOn: daySchema.describe('On which day'),
    how: z.string().trim().min(1, 'Write how they were given it.').max(300, 'At most 300 letters.').describe('How'),
  }),
  output: z.object({ shareId: z.uuid() }),
  errors: ['review-closed', 'no-recipient', 'not-a-governor', 'day-to-come'],
  controls: ['policy.share-with-governors'],
  about: ({ reviewId, people, sharedOn }, { shareId }) => ({
    review: reviewId,
    share: shareId,
    people,
    happened: sharedOn,
  }),
}).handle(async (context, { reviewId, ...share }) => {
  const { db, scopeId, now, newId, actor } = context;
  await holdReviews(db, scopeId);
  const { review, versionId, today, shareClauses } = await standingOf(context, reviewId);
  holdable(review);
  if (share.sharedOn > today) throw wrong('day-to-come', 'sharedOn', 'That day has not come yet.');
  if (share.people.length === 0 && share.others === '') {
    throw wrong('no-recipient', 'people', 'Say which governors were given it.');
  }
  const governors = new Set((await holdersOf(db, scopeId, ['governor'], today)).map(({ personId }) => personId));
  if (share.people.some((id) => !governors.has(id))) {
    throw wrong('not-a-governor', 'people', 'Somebody named here is not a governor today.');
  }
  const shareId = newId();
  const by = actor.kind === 'person' ? actor.personId : null;
  await insertShare(db, scopeId, { id: shareId, reviewId, versionId, ...share, by, at: now });
  await notify(
    context,
    share.people.filter((id) => id !== by),
    {
      kind: 'reviews.shared',
      text: 'The policy was reviewed and is shared with you as a governor.',
      href: '/policy',
    },
  );
  context.remark({ clauses: shareClauses, people: share.people, about: { version: versionId } });
  return { shareId };
});

const wrong = (code: string, field: string, message: string) =>
  fail.invalid({ code, message, remedy: 'Put it right and note it again.', fields: [{ field, message }] });
