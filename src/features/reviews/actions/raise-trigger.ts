// Say that something calls for an earlier review: its day moves forward, and an open review is to end sooner.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { daySchema, notify } from '#features/people/index.ts';
import { settings } from '#features/policy/index.ts';
import { dayInWords } from '#kernel/day-in-words.ts';
import { requireNamed, reviewLeaders } from '../access.ts';
import { causes } from '../causes.ts';
import { holdersOf, holdReviews, insertTrigger, setReviewDue } from '../queries.ts';
import { reviewCalendar } from '../when.ts';

export const raiseTrigger = defineAction({
  name: 'reviews.raise',
  kind: 'write',
  summary: 'Raise a change in the law, an incident or another reason, which moves the next review forward.',
  route: 'POST /reviews/triggers',
  scope: 'school',
  who: reviewLeaders,
  input: z.object({
    cause: z.enum(causes).describe('What has happened'),
    words: z
      .string()
      .trim()
      .min(1, 'Write what has happened.')
      .max(2000, 'At most 2,000 letters.')
      .describe('In words'),
    dueOn: daySchema.describe('By when the policy is to be reviewed'),
  }),
  output: z.object({ triggerId: z.uuid(), dueOn: z.string() }),
  errors: ['trigger-not-named', 'date-passed', 'not-earlier'],
  controls: ['policy.review-triggers'],
  about: ({ cause, dueOn }, { triggerId }) => ({ trigger: triggerId, cause, dueOn }),
}).handle(async (context, { cause, words, dueOn }) => {
  const { db, scopeId, now, newId, actor } = context;
  await holdReviews(db, scopeId);
  const [{ next, open, today }, policy] = await Promise.all([reviewCalendar(context), context.policy()]);
  const triggers = policy.ruling(settings.review.triggers);
  requireNamed(cause, triggers);
  const set = open?.due_on ?? next?.dueOn;
  if (dueOn < today) throw wrongDay('date-passed', 'Choose today or a later day.');
  if (set !== undefined && dueOn >= set)
    throw wrongDay('not-earlier', `It is to be reviewed by ${dayInWords(set)} already.`);
  const triggerId = newId();
  const by = actor.kind === 'person' ? actor.personId : null;
  await insertTrigger(db, scopeId, { id: triggerId, cause, words, dueOn, by, at: now, reviewId: open?.id ?? null });
  if (open) await setReviewDue(db, scopeId, open.id, dueOn);
  const reviewers = await holdersOf(db, scopeId, policy.ruling(settings.review.roles).value, today);
  await notify(
    context,
    reviewers.map(({ personId }) => personId).filter((personId) => personId !== by),
    {
      kind: 'reviews.moved-forward',
      text: `The review of the policy is moved forward: it is to be done by ${dayInWords(dueOn)}.`,
      href: open ? `/policy/reviews/${open.id}` : '/policy/reviews',
    },
  );
  context.remark({ clauses: triggers.clauses, detail: { words } });
  return { triggerId, dueOn };
});

const wrongDay = (code: string, message: string) =>
  fail.invalid({
    code,
    message,
    remedy: 'Choose a day from today on, before the one that is set.',
    fields: [{ field: 'dueOn', message }],
  });
