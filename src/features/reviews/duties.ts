// What a review asks of a person: to sign it off as one of its reviewers, and of the headteacher to see that it ends in time.
import type { Duty, FindDuties } from '#kernel/duty.ts';
import { settings } from '#features/policy/index.ts';
import { countsAs } from './access.ts';
import { implementationDuties } from './implementation-duties.ts';
import { daysUntil, MAY_START_BEFORE, OPENS_BEFORE } from './next-review.ts';
import { signOffRows } from './queries.ts';
import { reviewCalendar } from './when.ts';

export const reviewsDuties: FindDuties = async (context): Promise<Duty[]> => {
  const { actor, db, scopeId } = context;
  if (actor.kind !== 'person') return [];
  const policy = await context.policy();
  const reviewers = policy.ruling(settings.review.roles);
  const mayConcern =
    reviewers.value.some((role) => countsAs(actor, role)) ||
    ['headteacher', 'slt', 'computing-lead', 'governor', 'chair-of-governors'].some((role) => actor.roles.has(role));
  if (!mayConcern) return [];
  const [calendar, implementation] = await Promise.all([reviewCalendar(context), implementationDuties(context)]);
  const { next, open, today } = calendar;
  const due = (of: string, words: Pick<Duty, 'title' | 'detail' | 'href'>, dueOn: string): Duty => ({
    id: `reviews.${of}:${open?.id ?? scopeId}`,
    kind: `reviews.${of}`,
    ...words,
    due: dueOn,
    clauses: reviewers.clauses,
    urgency: dueOn < today ? 'overdue' : daysUntil(today, dueOn) <= 7 ? 'soon' : 'calm',
  });
  if (open) {
    const signed = await signOffRows(db, scopeId, [open.id]);
    const mine = open.roles.filter((role) => countsAs(actor, role) && !signed.some((one) => one.role === role));
    const href = `/policy/reviews/${open.id}`;
    if (mine.length > 0) {
      const words = {
        title: 'Review the policy and sign it off',
        detail: 'First confirm what it rests on.',
        href,
      };
      return [due('sign-off', words, open.due_on), ...implementation];
    }
    if (!actor.roles.has('headteacher')) return implementation;
    const words = { title: 'See that the review of the policy ends in time', detail: '', href };
    return [due('finish', words, open.due_on), ...implementation];
  }
  if (!next || daysUntil(today, next.dueOn) > MAY_START_BEFORE) return implementation;
  const isReviewer = reviewers.value.some((role) => countsAs(actor, role));
  const isNear = daysUntil(today, next.dueOn) <= OPENS_BEFORE;
  if (!isReviewer && !(isNear && actor.roles.has('headteacher'))) return implementation;
  const words = {
    title: 'The review of the policy is coming up',
    detail: 'It can be started now.',
    href: '/policy/reviews',
  };
  return [due('coming', words, next.dueOn), ...implementation];
};
