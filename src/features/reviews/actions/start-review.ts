// Begin a review: because its day is near, or early, because something calls for it.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { settings } from '#features/policy/index.ts';
import { dayInWords } from '#kernel/day-in-words.ts';
import { daySchema } from '#features/people/index.ts';
import { requireNamed, reviewLeaders } from '../access.ts';
import { reviewCauses } from '../causes.ts';
import { openReview } from '../open-review.ts';
import { daysUntil, MAY_START_BEFORE } from '../next-review.ts';
import { holdReviews } from '../queries.ts';
import { reviewCalendar } from '../when.ts';

export const startReview = defineAction({
  name: 'reviews.start',
  kind: 'write',
  summary: 'Start a review of the policy, on its day or early, with the reviewers whom the policy names.',
  route: 'POST /reviews',
  scope: 'school',
  who: reviewLeaders,
  input: z.object({
    cause: z.enum(reviewCauses).describe('Why now'),
    words: z.string().trim().max(2000, 'At most 2,000 letters.').default('').describe('What calls for it'),
    dueOn: daySchema.optional().describe('By when it is to be finished; else on the day that was set'),
  }),
  output: z.object({ reviewId: z.uuid() }),
  errors: ['review-open', 'review-not-due', 'trigger-not-named', 'reason-needed', 'date-passed'],
  controls: ['policy.review', 'policy.review-triggers'],
  about: ({ cause }, { reviewId }) => ({ review: reviewId, cause }),
}).handle(async (context, { cause, words, dueOn }) => {
  await holdReviews(context.db, context.scopeId);
  const calendar = await reviewCalendar(context);
  requireNamed(cause, (await context.policy()).ruling(settings.review.triggers));
  const { next, today } = calendar;
  if (cause === 'due' && next !== null && daysUntil(today, next.dueOn) > MAY_START_BEFORE) {
    const message = `It is not due before ${dayInWords(next.dueOn)}: say what calls for it now.`;
    throw fail.invalid({
      code: 'review-not-due',
      message,
      remedy: 'Choose what brings the review forward.',
      fields: [{ field: 'cause', message }],
    });
  }
  if (cause !== 'due' && words === '') throw needed('words', 'Write what calls for it.', 'reason-needed');
  if (dueOn !== undefined && dueOn < today) throw needed('dueOn', 'Choose today or a later day.', 'date-passed');
  context.remark({ detail: { words } });
  const reviewId = await openReview(context, calendar, { cause, words, dueOn: dueOn ?? dueDay(next?.dueOn, today) });
  return { reviewId };
});

const FOUR_WEEKS = 28;
/** The day that was set, if it is near; else four weeks from now. */
function dueDay(set: string | undefined, today: string): string {
  const soon = Temporal.PlainDate.from(today).add({ days: FOUR_WEEKS }).toString();
  return set !== undefined && set >= today && set < soon ? set : soon;
}

const needed = (field: string, message: string, code: string) =>
  fail.invalid({ code, message, remedy: message, fields: [{ field, message }] });
