// One review: what must be confirmed, who has signed off, with whom it was shared, and what still stands in the way of its end.
import { z } from 'zod';
import { anySignedIn, either, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { namesOf } from '#features/people/index.ts';
import { countsAs, leadsReviews, roleLabel } from '../access.ts';
import { reviewCauses } from '../causes.ts';
import { obstaclesOf } from '../closing.ts';
import { holdersOf } from '../queries.ts';
import { standingOf } from '../standing.ts';

export const readReview = defineAction({
  name: 'reviews.read',
  kind: 'read',
  summary: 'Read one review of the policy: what was confirmed, who signed it off, with whom it was shared.',
  route: 'GET /reviews/{reviewId}',
  scope: 'school',
  who: either(anySignedIn, onlyOperator),
  token: 'policy:read',
  input: z.object({ reviewId: z.uuid() }),
  output: z.object({
    id: z.uuid(),
    cause: z.enum(reviewCauses),
    words: z.string(),
    dueOn: z.string(),
    isOverdue: z.boolean(),
    startedAt: z.string(),
    startedBy: z.string().nullable(),
    clauses: z.array(z.string()).readonly(),
    reviewers: z.array(
      z.object({
        role: z.string(),
        label: z.string(),
        people: z.array(z.string()),
        signed: z.object({ by: z.string(), at: z.string(), words: z.string() }).nullable(),
        isMine: z.boolean(),
      }),
    ),
    toConfirm: z.array(
      z.object({
        what: z.enum(['source', 'unknown-source', 'watch']),
        key: z.string(),
        title: z.string(),
        detail: z.string(),
        isDone: z.boolean(),
      }),
    ),
    committee: z.object({
      name: z.string(),
      members: z.string(),
      meetsOn: z.string().nullable(),
      minute: z.string(),
    }),
    sharing: z.object({
      isNeeded: z.boolean(),
      isDone: z.boolean(),
      clauses: z.array(z.string()).readonly(),
      governors: z.array(z.object({ id: z.uuid(), name: z.string() })),
    }),
    shares: z.array(
      z.object({
        id: z.uuid(),
        sharedOn: z.string(),
        how: z.string(),
        people: z.array(z.string()),
        others: z.string(),
        isOfThisVersion: z.boolean(),
      }),
    ),
    obstacles: z.array(z.enum(['to-confirm', 'sign-offs', 'minute', 'sharing'])),
    closed: z
      .object({ at: z.string(), by: z.string(), outcome: z.enum(['stays', 'new-draft']), words: z.string() })
      .nullable(),
    may: z.object({ lead: z.boolean(), review: z.boolean() }),
  }),
  controls: ['policy.review', 'policy.share-with-governors'],
}).handle(async (context, { reviewId }) => {
  const { db, scopeId, actor } = context;
  const standing = await standingOf(context, reviewId);
  const { review, shares, signed, today } = standing;
  const holders = await holdersOf(db, scopeId, [...review.roles, 'governor'], today);
  const ids = [
    review.started_by,
    review.closed_by,
    ...signed.map(({ person_id: id }) => id),
    ...shares.flatMap(({ people }) => people),
  ];
  const people = await namesOf(db, scopeId, ids);
  const isReviewer = review.roles.some((role) => countsAs(actor, role));
  const nameOf = (id: string | null) => (id === null ? null : (people.get(id) ?? null));
  return {
    id: review.id,
    cause: review.cause,
    words: leadsReviews(actor) || isReviewer ? review.words : '',
    dueOn: review.due_on,
    isOverdue: review.closed_at === null && review.due_on < today,
    startedAt: review.started_at,
    startedBy: nameOf(review.started_by),
    clauses: review.clauses,
    reviewers: review.roles.map((role) => {
      const given = signed.find((one) => one.role === role);
      return {
        role,
        label: roleLabel(role),
        people: holders.filter((one) => one.role === role).map(({ name }) => name),
        signed: given ? { by: nameOf(given.person_id) ?? '', at: given.signed_at, words: given.words } : null,
        isMine: countsAs(actor, role),
      };
    }),
    toConfirm: [...standing.toConfirm],
    committee: {
      name: review.committee,
      members: review.committee_members,
      meetsOn: review.committee_meets_on,
      minute: review.committee_minute,
    },
    sharing: {
      isNeeded: standing.mustShare,
      isDone: standing.isShared,
      clauses: standing.shareClauses,
      governors: holders
        .filter(({ role }) => role === 'governor')
        .map(({ personId, name }) => ({ id: personId, name })),
    },
    shares: shares.map((share) => ({
      id: share.id,
      sharedOn: share.shared_on,
      how: share.how,
      people: share.people.flatMap((id) => nameOf(id) ?? []),
      others: share.others,
      isOfThisVersion: share.version_id === standing.versionId,
    })),
    obstacles: review.closed_at === null ? obstaclesOf(standing) : [],
    closed:
      review.closed_at === null
        ? null
        : {
            at: review.closed_at,
            by: nameOf(review.closed_by) ?? '',
            outcome: review.outcome as 'stays' | 'new-draft',
            words: review.outcome_words,
          },
    may: {
      lead: review.closed_at === null && leadsReviews(actor),
      review: review.closed_at === null && isReviewer,
    },
  };
});
