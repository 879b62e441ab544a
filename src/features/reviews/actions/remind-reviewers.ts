// In the morning, as Gatepost itself: opens the review when its day comes near, and reminds whoever has not signed off.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import type { Context } from '#kernel/context.ts';
import { notify } from '#features/people/index.ts';
import { settings } from '#features/policy/index.ts';
import { dayInWords } from '#kernel/day-in-words.ts';
import { noteReminders } from '#features/references/index.ts';
import { missingRoles } from '../closing.ts';
import { openReview } from '../open-review.ts';
import { holdersOf, holdReviews, signOffRows, type ReviewRow } from '../queries.ts';
import { whatIsDue } from '../what-is-due.ts';

export const remindReviewers = defineAction({
  name: 'reviews.remindReviewers',
  kind: 'write',
  summary: 'Open the review of the policy when its day comes near, and remind its reviewers.',
  route: 'POST /reviews/remind',
  scope: 'school',
  who: onlySystem,
  input: z.object({}),
  output: z.object({ reviewId: z.uuid().nullable(), told: z.number() }),
  controls: ['policy.review'],
  about: (_, { reviewId, told }) => ({ review: reviewId, told }),
}).handle(async (context) => {
  const { db, scopeId, now } = context;
  await holdReviews(db, scopeId);
  const due = await whatIsDue(context);
  if (!due) return { reviewId: null, told: 0 };
  const { calendar, dueOn, opens, reminder } = due;
  const { open, today } = calendar;
  if (reminder !== null) await noteReminders(db, scopeId, [reminder], now);
  // Whoever is told that it was opened is not told a second time the same morning.
  if (opens) return { reviewId: await openReview(context, calendar, { cause: 'due', words: '', dueOn }), told: 0 };
  const isLate = dueOn < today;
  const waiting = await rolesWaiting(context, open);
  const asked = await holdersOf(db, scopeId, isLate ? [...waiting, 'headteacher'] : waiting, today);
  const people = [...new Set(asked.map(({ personId }) => personId))];
  await notify(context, people, {
    kind: 'reviews.reminder',
    text: isLate
      ? `The review of the policy is overdue: it was to be done by ${dayInWords(dueOn)}.`
      : `The policy is to be reviewed by ${dayInWords(dueOn)}.`,
    href: open ? `/policy/reviews/${open.id}` : '/policy/reviews',
  });
  return { reviewId: open?.id ?? null, told: people.length };
});

/** Who has not signed off; before the review is open, everybody whom the policy names. */
async function rolesWaiting(context: Context, open: ReviewRow | undefined): Promise<readonly string[]> {
  if (!open) return (await context.policy()).ruling(settings.review.roles).value;
  const signed = await signOffRows(context.db, context.scopeId, [open.id]);
  return missingRoles({
    roles: open.roles,
    signOffs: signed.map(({ role, person_id: personId }) => ({ role, personId })),
  });
}
