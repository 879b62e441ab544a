// Who raises, holds and closes a review, who signs it off, and who answers for putting a policy into practice.
import { allow, either, holding, isPerson, onlyOperator, type Allowed } from '#kernel/access.ts';
import type { Actor } from '#kernel/actor.ts';
import { fail } from '#kernel/errors.ts';
import type { Ruling } from '#kernel/policy.ts';
import { capital, roleLabels, type RoleName } from '#features/policy/index.ts';

const LEADERS = ['headteacher', 'deputy-headteacher', 'slt', 'dsl', 'computing-lead', 'chair-of-governors'] as const;

export const reviewLeaders = either(
  holding('the headteacher, the leadership team, a lead or the chair of governors', ...LEADERS),
  onlyOperator,
);
export const leadsReviews = (actor: Actor): boolean => reviewLeaders.allows(actor);

/** Those who put a policy into practice. */
export const implementers = either(
  holding('the headteacher or the leadership team', 'headteacher', 'deputy-headteacher', 'slt'),
  onlyOperator,
);
export const onlyHead = holding('the headteacher', 'headteacher');
export const ictLead = holding('the computing lead', 'computing-lead');

/** A policy may name the governing body, which every governor speaks for. */
const GOVERNING: readonly string[] = ['governor', 'chair-of-governors'];
export const countsAs = (actor: Actor, role: string): boolean =>
  isPerson(actor) &&
  (actor.roles.has(role) ||
    ((role === 'governing-body' || role === 'governor') && GOVERNING.some((one) => actor.roles.has(one))));

interface Reviewed {
  readonly roles: readonly string[];
  readonly closed_at: string | null;
}

/** The review, for somebody who reviews it. @throws refused-by-policy, naming who does */
export function reviewable<R extends Reviewed>(actor: Actor, review: R, clauses: readonly string[]): Allowed<R> {
  if (review.roles.some((role) => countsAs(actor, role))) return allow(open(review));
  throw fail.refused({
    code: 'not-reviewer',
    message: `The policy is reviewed by: ${rolesInWords(review.roles)}.`,
    remedy: 'Ask one of them.',
    clauses,
  });
}

/** The review while it is open; for those who hold it. */
export const holdable = <R extends Reviewed>(review: R): Allowed<R> => allow(open(review));

function open<R extends Reviewed>(review: R): R {
  if (review.closed_at === null) return review;
  throw fail.conflict({
    code: 'review-closed',
    message: 'This review is closed already.',
    remedy: 'Start a new one if there is reason to.',
  });
}

/** @throws refused-by-policy where the policy lets no such thing bring a review forward */
export function requireNamed(cause: string, triggers: Ruling<readonly string[]>): void {
  if (cause === 'other' || cause === 'due' || triggers.value.includes(cause)) return;
  throw fail.refused({
    code: 'trigger-not-named',
    message: 'The policy does not name this among what brings a review forward.',
    remedy: 'Choose “another reason” and say in your own words why a review is called for.',
    clauses: triggers.clauses,
  });
}

const roleInWords = (role: string): string => roleLabels[role as RoleName] ?? role;
export const rolesInWords = (roles: readonly string[]): string => roles.map(roleInWords).join(', ');
/** At the beginning of a line: “The headteacher”. */
export const roleLabel = (role: string): string => capital(roleInWords(role));
