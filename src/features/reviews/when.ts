// When this school’s policy is reviewed next, worked out from its versions, its settings, its past reviews and what was raised.
import type { Context } from '#kernel/context.ts';
import {
  livingVersions,
  localDate,
  settings,
  versionOn,
  versionRows,
  wholeBefore,
  type VersionRow,
} from '#features/policy/index.ts';
import { dayOf } from '#features/people/index.ts';
import { nextReview, type NextReview } from './next-review.ts';
import { reviewRows, triggerRows, type ReviewRow, type TriggerRow } from './queries.ts';

type Reading = Pick<Context, 'db' | 'scopeId' | 'at' | 'policy'>;

export interface ReviewCalendar {
  readonly today: string;
  /** What is in force today; undefined before the school has a policy. */
  readonly version: VersionRow | undefined;
  /** The policy that it changes, as it was adopted. */
  readonly whole: VersionRow | undefined;
  readonly next: NextReview | null;
  readonly reviews: readonly ReviewRow[];
  readonly open: ReviewRow | undefined;
  /** Raised, and not taken up by a review yet. */
  readonly raised: readonly TriggerRow[];
}

export async function reviewCalendar(context: Reading): Promise<ReviewCalendar> {
  const { db, scopeId, at } = context;
  const [today, versions, reviews, triggers, policy] = await Promise.all([
    localDate(db, scopeId, at),
    versionRows(db, scopeId),
    reviewRows(db, scopeId),
    triggerRows(db, scopeId),
    context.policy(),
  ]);
  const living = livingVersions(versions);
  const version = versionOn(living, today);
  const whole = version && wholeBefore(living, version);
  const raised = triggers.filter(({ review_id: taken }) => taken === null);
  const last = reviews.find(({ closed_at: closed }) => closed !== null);
  const next = whole
    ? nextReview({
        adoptedOn: dayOf(Temporal.Instant.from(whole.put_at)),
        isFirst: !living.some((one) => one.changes === null && one.state === 'adopted' && one.n < whole.n),
        reviewedOn: last?.closed_at ? dayOf(Temporal.Instant.from(last.closed_at)) : null,
        months: policy.ruling(settings.review.months).value,
        firstMonths: policy.ruling(settings.review.firstMonths).value,
        raised: raised.map(({ cause, due_on: dueOn }) => ({ cause, dueOn })),
      })
    : null;
  const open = reviews.find(({ closed_at: closed }) => closed === null);
  return { today, version, whole, next, reviews, open, raised };
}

export interface ReviewFacts {
  /** By when the policy is reviewed next, or the open review is to end. */
  readonly dueOn: string | null;
  readonly isOverdue: boolean;
  readonly isOpen: boolean;
  readonly reviewedOn: string | null;
}

/** How the school stands with its review; for reports. */
export async function reviewFacts(context: Reading): Promise<ReviewFacts> {
  const { today, next, open, reviews } = await reviewCalendar(context);
  const dueOn = open?.due_on ?? next?.dueOn ?? null;
  const last = reviews.find(({ closed_at: closed }) => closed !== null)?.closed_at ?? null;
  return {
    dueOn,
    isOverdue: dueOn !== null && dueOn < today,
    isOpen: open !== undefined,
    reviewedOn: last === null ? null : dayOf(Temporal.Instant.from(last)),
  };
}
