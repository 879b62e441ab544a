// What the policy asks for and is overdue now, by the control that asks for it: counted where somebody could still do it.
import type { Context } from '#kernel/context.ts';
import { localDate } from '#features/policy/index.ts';
import { reviewFacts, type ReviewFacts } from '#features/reviews/index.ts';
import { coverageOn, type Asking } from './coverage-over-time.ts';
import { overduePosts } from './overdue-queries.ts';
import { acknowledgementAskings, trainingAskings } from './people-facts.ts';
import type { Overdue } from './shapes.ts';

/** What is asked of people and of the school, from which it is told what is overdue. */
export interface AskedNow {
  readonly today: string;
  readonly acknowledgement: readonly Asking[];
  readonly training: readonly Asking[];
  readonly review: ReviewFacts;
  readonly posts: Awaited<ReturnType<typeof overduePosts>>;
}

export async function askedNow(context: Context): Promise<AskedNow> {
  const { db, scopeId, at, now } = context;
  const today = await localDate(db, scopeId, at);
  const [acknowledgement, training, review, posts] = await Promise.all([
    acknowledgementAskings(context),
    trainingAskings(context),
    reviewFacts(context),
    overduePosts(db, scopeId, today, now),
  ]);
  return { today, acknowledgement, training, review, posts };
}

export const overdueNow = async (context: Context): Promise<ReadonlyMap<string, Overdue>> =>
  overdueOf(await askedNow(context));

export function overdueOf({ today, acknowledgement, training, review, posts }: AskedNow): ReadonlyMap<string, Overdue> {
  const unsigned = coverageOn(acknowledgement, today).overdue;
  const untrained = coverageOn(training, today).overdue;
  const people = (n: number): string => (n === 1 ? 'One person' : `${n} people`);
  const found: [string, Overdue][] = [
    [
      'policy.acknowledgement',
      {
        n: unsigned,
        words: `${people(unsigned)} past the day to acknowledge the policy`,
        href: '/policy/acknowledgement',
      },
    ],
    [
      'training.programme',
      { n: untrained, words: `${people(untrained)} with training past its day`, href: '/training/manage' },
    ],
    [
      'policy.review',
      {
        n: review.isOverdue ? 1 : 0,
        words: `The review of the policy was due on ${review.dueOn}`,
        href: '/policy/reviews',
      },
    ],
    [
      'posts.emergency',
      {
        n: posts.emergencies,
        words: `${posts.emergencies} urgent ${posts.emergencies === 1 ? 'post' : 'posts'} not looked at the next day`,
        href: '/posts?show=out',
      },
    ],
    [
      'posts.by-hand',
      {
        n: posts.byHand,
        words: `${posts.byHand} ${posts.byHand === 1 ? 'copy' : 'copies'} to be posted by hand and past the time`,
        href: '/posts?show=coming',
      },
    ],
  ];
  return new Map(found.filter(([, { n }]) => n > 0));
}
