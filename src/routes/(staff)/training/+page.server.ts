// My training: what is asked of me, nearest first, what I was given to read, what I have done and until when it counts.
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDay, sayMoment, sayNearDay } from '#surfaces/web/say-time.ts';
import { may } from '#surfaces/web/may.ts';
import { nowOf, ZONE } from '../../answering.ts';
import { citing } from '../../clause-refs.ts';
import { saidIn } from '../said.ts';
import { HOW, KINDS } from './training-words.ts';
import type { PageServerLoad } from './$types';

const ORDER = { overdue: 0, due: 1, renew: 2, done: 3 } as const;

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api, actor, gatepost } = event.locals;
    const [mine, { clauses }] = await Promise.all([api.training.readMine({}), api.policy.clauseNames({})]);
    const now = nowOf(event);
    const today = dayIn(now, ZONE);
    return {
      said: saidIn(event.url),
      asked: mine.asked
        .toSorted(
          (one, other) => ORDER[one.state] - ORDER[other.state] || (one.dueOn ?? '9').localeCompare(other.dueOn ?? '9'),
        )
        .map((one) => ({ ...one, due: one.dueOn === null ? '' : sayNearDay(one.dueOn, today) })),
      toRead: mine.toRead.map((one) => ({
        ...one,
        kind: KINDS[one.kind as keyof typeof KINDS],
        given: sayMoment(one.deliveredAt, ZONE, now),
      })),
      done: mine.done.map((one) => ({
        ...one,
        how: HOW[one.how],
        on: sayDay(one.completedOn, today),
        until: one.until === null ? 'No end' : sayDay(one.until, today),
        over: one.until !== null && one.until < today,
      })),
      wasRead: mine.wasRead.map((one) => ({
        ...one,
        kind: KINDS[one.kind as keyof typeof KINDS],
        given: sayMoment(one.deliveredAt, ZONE, now),
        read: sayMoment(one.readAt, ZONE, now),
      })),
      certificates: mine.certificates.map((one) => ({
        ...one,
        issued: sayDay(one.issuedOn, today),
        expires: one.expiresOn === null ? 'It does not say' : sayDay(one.expiresOn, today),
      })),
      others: mine.others,
      clauses: citing(clauses)(mine.clauses),
      plans: may(gatepost.registry, actor, 'training.readPlan'),
    };
  });
