// What a trust asks of this school, as pages say it: locks with their days in words, and what is new.
import { sayDay, sayMoment } from '#surfaces/web/say-time.ts';
import { ZONE } from '../../answering.ts';
import type { Cite } from '../../clause-refs.ts';

type Told = Awaited<ReturnType<App.Locals['api']['policy']['readTrustHere']>>;

/** @param today of the school, as a date */
export const lockHere = (cite: Cite, today: string) => (lock: Told['locks'][number]) => ({
  lockId: lock.lockId,
  trust: lock.trust,
  words: [lock.answer.words, ...lock.answer.overrides.map(({ where, words }) => `For ${where}: ${words}`)].join(' '),
  fixed: lock.fixed,
  from: lock.effectiveOn > today ? sayDay(lock.effectiveOn, today) : null,
  reason: lock.reason,
  clauses: cite(lock.clauses),
  conflict: lock.conflict && {
    state: lock.conflict.state,
    until: sayDay(lock.conflict.dueOn, today),
    words: lock.conflict.words,
  },
});

/** Null for a school without a trust. */
export const trustHere = ({ trust, changes, upTo, maySee, locks }: Told, today: string, now: string) =>
  trust === null
    ? null
    : {
        name: trust,
        maySee,
        upTo,
        changes: changes.map((one) => ({
          ...one,
          from: sayDay(one.effectiveOn, today),
          when: sayMoment(one.at, ZONE, now),
        })),
        looser: locks
          .filter(({ conflict }) => conflict !== null)
          .map(({ settingId, question, conflict }) => ({
            settingId,
            question,
            state: conflict!.state,
            until: sayDay(conflict!.dueOn, today),
          })),
      };
