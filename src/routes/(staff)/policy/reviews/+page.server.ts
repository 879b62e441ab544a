// When the policy is reviewed next and by whom; starting a review, and saying what calls for it sooner.
import { redirect } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDay } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../answering.ts';
import { citing } from '../../../clause-refs.ts';
import { backTo, saidIn } from '../../said.ts';
import { CAUSE_LABELS, OUTCOME_LABELS, WHY_LABELS } from './review-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api } = event.locals;
    const [{ clauses: names }, reviews, feed] = await Promise.all([
      api.policy.clauseNames({}),
      api.reviews.list({}),
      api.reviews.readFeed({}),
    ]);
    const today = dayIn(nowOf(event), ZONE);
    const day = (date: string) => sayDay(date, today);
    const moment = (at: string) => sayDay(dayIn(at, ZONE), today);
    return {
      said: saidIn(event.url),
      today,
      next: reviews.next && {
        day: day(reviews.next.dueOn),
        why: WHY_LABELS[reviews.next.why],
        isOverdue: reviews.next.isOverdue,
        reminders: reviews.next.reminders.map(({ on, daysBefore, sentAt }) => ({
          daysBefore,
          day: day(on),
          isSent: sentAt !== null,
        })),
      },
      reviewers: reviews.reviewers,
      clauses: citing(names)(reviews.clauses),
      open: reviews.open && { ...reviews.open, day: day(reviews.open.dueOn) },
      past: reviews.past.map((one) => ({
        id: one.id,
        cause: CAUSE_LABELS[one.cause],
        closed: moment(one.closedAt),
        outcome: OUTCOME_LABELS[one.outcome],
      })),
      raised: reviews.raised.map((one) => ({
        id: one.id,
        cause: CAUSE_LABELS[one.cause],
        words: one.words,
        day: day(one.dueOn),
      })),
      causes: reviews.openCauses.map((value) => ({ value, label: CAUSE_LABELS[value] })),
      feedSince: feed.madeAt === null ? null : moment(feed.madeAt),
      mayLead: reviews.mayLead,
      mayStartDue: reviews.mayStartDue,
    };
  });

export const actions: Actions = {
  start: (event) =>
    done(event, async (input) => {
      const { reviewId } = await event.locals.api.reviews.start(input as never);
      throw redirect(303, `/policy/reviews/${reviewId}`);
    }),
  calendar: (event) =>
    done(event, async () => {
      const { token } = await event.locals.api.reviews.makeFeed({});
      return { address: `${event.locals.gatepost.origin}/calendar/${token}/policy.ics` };
    }),
  revoke: (event) =>
    done(event, async () => {
      await event.locals.api.reviews.revokeFeed({});
      backTo('/policy/reviews', 'calendar-revoked');
    }),
  raise: (event) =>
    done(event, async (input) => {
      await event.locals.api.reviews.raise(input as never);
      backTo('/policy/reviews', 'review-raised');
    }),
};
