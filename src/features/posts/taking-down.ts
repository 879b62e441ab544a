// Marks every copy that may be out for removal: a connector removes what it can, people the rest.
import type { Context } from '#kernel/context.ts';
import { takeDownJob } from './jobs/take-down-post.ts';
import { mayBeOut, waitsForPerson } from './delivery.ts';
import { askRemoval, deliveryRows, settleDeliveryRow } from './delivery-queries.ts';
import { setPostState } from './write-queries.ts';

/** @returns how many copies a person must take down by hand */
export async function startTakingDown(context: Context, postId: string, reason: string): Promise<number> {
  const { db, scopeId, now, actor } = context;
  const by = actor.kind === 'person' ? actor.personId : null;
  let byHand = 0;
  for (const delivery of await deliveryRows(db, scopeId, postId)) {
    if (waitsForPerson(delivery.state)) {
      const problem = delivery.problem || 'Taken down before it was published.';
      await settleDeliveryRow(db, scopeId, delivery.id, { state: 'cancelled', permalink: '', problem, by, at: now });
    } else if (mayBeOut(delivery.state)) {
      await askRemoval(db, scopeId, delivery.id, { reason, by, at: now });
      if (delivery.connector === 'by-hand') byHand += 1;
    }
  }
  await setPostState(db, scopeId, postId, 'taken-down', now);
  context.enqueue(takeDownJob, { postId }, { key: postId });
  return byHand;
}
