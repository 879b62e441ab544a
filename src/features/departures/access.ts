// Who may read, answer and take back a departure. Pure.
import { allow, holds, isPerson, type Allowed } from '#kernel/access.ts';
import type { Actor } from '#kernel/actor.ts';
import { fail } from '#kernel/errors.ts';
import { answersTo, type DepartureAnswer } from './departure.ts';

interface Opened {
  readonly id: string;
  readonly opened_by: string;
  readonly kind: string;
  readonly outcome: string | null;
}

interface Person {
  readonly personId: string;
}

const isOpener = (actor: Actor, { opened_by }: Opened): boolean => isPerson(actor) && actor.personId === opened_by;

export const mayDecide = (actor: Actor, { outcome }: Opened, deciders: readonly Person[]): boolean =>
  isPerson(actor) && outcome === null && deciders.some(({ personId }) => personId === actor.personId);

/** Whoever opened it, whoever decides on it, and the headteacher, who answers for the policy. */
export const mayRead = (actor: Actor, departure: Opened, deciders: readonly Person[]): boolean =>
  isOpener(actor, departure) ||
  holds(actor, 'headteacher') ||
  (isPerson(actor) && deciders.some(({ personId }) => personId === actor.personId));

export const mayReply = (actor: Actor, departure: Opened): boolean =>
  isOpener(actor, departure) && departure.outcome === 'questioned';

/** As long as nobody has decided. */
export const mayWithdraw = (actor: Actor, departure: Opened): boolean =>
  isOpener(actor, departure) && (departure.outcome === null || departure.outcome === 'questioned');

/** @throws for an answer that such a departure cannot be given; whose decision it is, the vote itself looks up */
export function answerable<T extends Opened>(departure: T, answer: DepartureAnswer): Allowed<T> {
  const kind = departure.kind === 'beforehand' ? 'beforehand' : 'afterwards';
  if (answersTo({ kind }).includes(answer)) return allow(departure);
  throw fail.invalid({
    code: 'already-happened',
    message: 'It has happened, so it cannot be declined any more.',
    remedy: 'Accept it, ask back, or refer it.',
    fields: [{ field: 'answer', message: 'Accept it, ask back, or refer it.' }],
  });
}

/** @throws unless it was asked back and is theirs to answer */
export function openToReply<T extends Opened>(actor: Actor, departure: T): Allowed<T> {
  if (!isOpener(actor, departure)) throw fail.notFound('departure');
  if (mayReply(actor, departure)) return allow(departure);
  throw fail.conflict({
    code: 'not-questioned',
    message: 'Nothing has been asked back about this.',
    remedy: 'Look at it again: it shows where it stands.',
  });
}

/** @throws once it has been decided */
export function takenBack<T extends Opened>(actor: Actor, departure: T): Allowed<T> {
  if (!isOpener(actor, departure)) throw fail.notFound('departure');
  if (mayWithdraw(actor, departure)) return allow(departure);
  throw fail.conflict({
    code: 'already-decided',
    message: 'This has been decided, so it cannot be taken back.',
    remedy: 'It stays on record as it is.',
  });
}
