// One review: what is to be confirmed, who signs off, the committee, the governors, and its end.
import { redirect } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDay, sayMoment } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../../answering.ts';
import { citing } from '../../../../clause-refs.ts';
import { backTo, saidIn } from '../../../said.ts';
import { CAUSE_LABELS, OUTCOME_LABELS } from '../review-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api } = event.locals;
    const { reviewId } = event.params;
    const [{ clauses: names }, review] = await Promise.all([
      api.policy.clauseNames({}),
      api.reviews.read({ reviewId }),
    ]);
    const now = nowOf(event);
    const today = dayIn(now, ZONE);
    const cite = citing(names);
    return {
      said: saidIn(event.url),
      today,
      review: {
        ...review,
        cause: CAUSE_LABELS[review.cause],
        day: sayDay(review.dueOn, today),
        started: sayMoment(review.startedAt, ZONE, now),
        clauses: cite(review.clauses),
        reviewers: review.reviewers.map((one) => ({
          ...one,
          signed: one.signed && { ...one.signed, at: sayMoment(one.signed.at, ZONE, now) },
        })),
        committee: {
          ...review.committee,
          day: review.committee.meetsOn === null ? '' : sayDay(review.committee.meetsOn, today),
        },
        sharing: { ...review.sharing, clauses: cite(review.sharing.clauses) },
        shares: review.shares.map((share) => ({ ...share, day: sayDay(share.sharedOn, today) })),
        closed: review.closed && {
          ...review.closed,
          at: sayMoment(review.closed.at, ZONE, now),
          outcome: review.closed.outcome,
          said: OUTCOME_LABELS[review.closed.outcome],
        },
      },
    };
  });

type Event = Parameters<Actions[string]>[0];
const here = ({ params }: Event): string => `/policy/reviews/${params['reviewId']}`;
const named = (event: Event, input: Record<string, unknown>) =>
  ({ ...input, reviewId: String(event.params['reviewId']) }) as never;

export const actions: Actions = {
  source: (event) =>
    done(event, async (input) => {
      await event.locals.api.reviews.confirmSource(named(event, input));
      backTo(here(event), 'reference-confirmed');
    }),
  watch: (event) =>
    done(event, async (input) => {
      await event.locals.api.reviews.settleWatchItem(named(event, input));
      backTo(here(event), 'saved');
    }),
  sign: (event) =>
    done(event, async (input) => {
      await event.locals.api.reviews.signOff(named(event, input));
      backTo(here(event), 'review-signed');
    }),
  committee: (event) =>
    done(event, async (input) => {
      await event.locals.api.reviews.setCommittee(named(event, input));
      backTo(here(event), 'saved');
    }),
  share: (event) =>
    done(event, async (input) => {
      await event.locals.api.reviews.share(named(event, input));
      backTo(here(event), 'review-shared');
    }),
  close: (event) =>
    done(event, async (input) => {
      await event.locals.api.reviews.close(named(event, input));
      if (input['outcome'] === 'new-draft') throw redirect(303, '/policy/drafts');
      backTo(here(event), 'review-closed');
    }),
};
