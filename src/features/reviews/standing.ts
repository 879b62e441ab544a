// How an open review stands: what is confirmed, who signed off, whether the governors have the version that is in force.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { isAfter } from '#kernel/instants.ts';
import { settings } from '#features/policy/index.ts';
import { readRegister, type ReferenceRegister } from '#features/references/index.ts';
import type { Standing, ToConfirm } from './closing.ts';
import { shareRows, signOffRows, type ReviewRow, type ShareRow, type SignOffRow } from './queries.ts';
import { reviewCalendar } from './when.ts';

export interface ReviewStanding extends Standing {
  readonly review: ReviewRow;
  readonly signed: readonly SignOffRow[];
  readonly shares: readonly ShareRow[];
  /** The version that is in force today. */
  readonly versionId: string;
  readonly shareClauses: readonly string[];
  readonly today: string;
}

/** @throws when there is no such review at this school */
export async function standingOf(context: Context, reviewId: string): Promise<ReviewStanding> {
  const { db, scopeId } = context;
  const { reviews, version, today } = await reviewCalendar(context);
  const review = reviews.find(({ id }) => id === reviewId);
  if (!review) throw fail.notFound('review');
  const [signed, shares, register, policy] = await Promise.all([
    signOffRows(db, scopeId, [reviewId]),
    shareRows(db, scopeId, reviewId),
    readRegister(context),
    context.policy(),
  ]);
  const sharing = policy.ruling(settings.review.shareWithGovernors);
  const versionId = version?.id ?? review.version_id;
  return {
    review,
    signed,
    shares,
    versionId,
    roles: review.roles,
    signOffs: signed.map(({ role, person_id: personId }) => ({ role, personId })),
    toConfirm: toConfirm(register, review.started_at),
    committee: review.committee,
    committeeMinute: review.committee_minute,
    mustShare: sharing.value,
    isShared: shares.some((share) => share.version_id === versionId),
    shareClauses: [...new Set([...sharing.clauses, ...policy.clausesOf('policy.share-with-governors')])],
    today,
  };
}

/** Each source that the policy rests on and each change that is expected, looked at since the review began or not. */
function toConfirm({ guidance, watch }: ReferenceRegister, since: string): ToConfirm[] {
  const looked = (at: string | null) => at !== null && !isAfter(since, at);
  const current = new Set(guidance.entries.filter(({ isCited }) => isCited).map(({ currentKey }) => currentKey));
  return [
    ...guidance.entries
      .filter(({ key }) => current.has(key))
      .map((entry) => ({
        what: 'source' as const,
        key: entry.key,
        title: `${entry.title}, ${entry.edition}`,
        detail: [entry.body, entry.section].filter((part) => part !== '').join(': '),
        isDone: looked(entry.checkedAt),
      })),
    ...guidance.unknown.map(({ title }) => ({
      what: 'unknown-source' as const,
      key: '',
      title,
      detail: 'The policy names it, and it is not in the register.',
      isDone: false,
    })),
    ...watch
      .filter(({ closedAt }) => closedAt === null || isAfter(closedAt, since))
      .map((item) => ({
        what: 'watch' as const,
        key: item.key,
        title: item.title,
        detail: item.closedAt === null ? item.why : item.outcome,
        isDone: looked(item.lookedAt),
      })),
  ];
}
