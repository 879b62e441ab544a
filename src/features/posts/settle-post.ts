// When every delivery has come to rest, the post has.
import type { Context } from '#kernel/context.ts';
import { isSettled } from './delivery.ts';
import { after, type PostState } from './post.ts';
import { deliveryRows } from './delivery-queries.ts';
import { postRow } from './queries.ts';
import { setPostState } from './write-queries.ts';

export async function settlePost({ db, scopeId, now }: Context, postId: string): Promise<void> {
  const [post, deliveries] = await Promise.all([postRow(db, scopeId, postId), deliveryRows(db, scopeId, postId)]);
  if (!post || !deliveries.every((delivery) => isSettled(delivery.state))) return;
  const next = after(post.state as PostState, 'settle');
  if (next) await setPostState(db, scopeId, postId, next, now);
}
