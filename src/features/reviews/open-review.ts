// Opens a review: its reviewers are who the policy names today, each is told, and what was raised before is taken up.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { notify } from '#features/people/index.ts';
import { settings } from '#features/policy/index.ts';
import { dayInWords } from '#kernel/day-in-words.ts';
import type { ReviewCause } from './causes.ts';
import { holdersOf, insertReview, takeUpTriggers } from './queries.ts';
import type { ReviewCalendar } from './when.ts';

export interface Opening {
  readonly cause: ReviewCause;
  readonly words: string;
  readonly dueOn: string;
}

export async function openReview(
  context: Context,
  { version, open, today }: ReviewCalendar,
  opening: Opening,
): Promise<string> {
  const { db, scopeId, now, newId, actor } = context;
  if (open) {
    throw fail.conflict({
      code: 'review-open',
      message: `A review is open already, to be finished by ${dayInWords(open.due_on)}.`,
      remedy: 'Finish it first; what you want to raise can be raised in it.',
    });
  }
  if (!version) throw fail.notFound('policy in force');
  const roles = (await context.policy()).ruling(settings.review.roles);
  const id = newId();
  await insertReview(
    db,
    scopeId,
    {
      id,
      versionId: version.id,
      ...opening,
      roles: roles.value,
      clauses: roles.clauses,
      startedBy: actor.kind === 'person' ? actor.personId : null,
    },
    now,
  );
  await takeUpTriggers(db, scopeId, id);
  const reviewers = await holdersOf(db, scopeId, roles.value, today);
  await notify(
    context,
    reviewers.map(({ personId }) => personId),
    {
      kind: 'reviews.opened',
      text: `The policy is to be reviewed by ${dayInWords(opening.dueOn)}, and you are one of its reviewers.`,
      href: `/policy/reviews/${id}`,
    },
  );
  context.remark({ clauses: roles.clauses, people: reviewers.map(({ personId }) => personId) });
  return id;
}
