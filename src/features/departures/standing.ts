// One departure as it stands: its row, what was replied, who decides on it today, and the hash of all of that.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import type { PolicyInForce } from '#kernel/policy.ts';
import type { Asked } from '#features/questions/index.ts';
import { deciders } from './deciders.ts';
import { hashOf } from './departure.ts';
import { departureRow, holdDeparture, replyRows, type DepartureRow } from './queries.ts';

export interface Standing {
  readonly policy: PolicyInForce;
  readonly departure: DepartureRow;
  readonly replies: readonly { readonly words: string; readonly said_at: string }[];
  readonly deciders: readonly Asked[];
  readonly hash: string;
}

/** @throws not-found for another school's, too */
export async function standing(context: Context, departureId: string): Promise<Standing> {
  const { db, scopeId } = context;
  const [policy, departure, replies] = await Promise.all([
    context.policy(),
    departureRow(db, scopeId, departureId),
    replyRows(db, scopeId, departureId),
  ]);
  if (!departure) throw fail.notFound('departure');
  const found = (await deciders(context, policy))(departure.opened_by);
  return { policy, departure, replies, deciders: found, hash: hashWith(departure, replies) };
}

/** The same, for whoever is about to change it: the second waits for the first. */
export async function lockedStanding(context: Context, departureId: string): Promise<Standing> {
  await holdDeparture(context.db, context.scopeId, departureId);
  return standing(context, departureId);
}

export const hashWith = (departure: DepartureRow, replies: readonly { readonly words: string }[]): string =>
  hashOf({
    kind: departure.kind,
    clauseId: departure.clause_id,
    happensAt: Temporal.Instant.from(departure.happens_at).toString(),
    untilOn: departure.until_on,
    action: departure.action,
    justification: departure.justification,
    advice: departure.advice,
    replies: replies.map(({ words }) => words),
  });
