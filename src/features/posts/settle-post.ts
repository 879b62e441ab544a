// When every copy has come to rest, the post has: out, or refused where no copy will go out.
import type { Context } from '#kernel/context.ts';
import { whatFollows } from './delivery.ts';
import { after, type PostState } from './post.ts';
import { deliveryRows } from './delivery-queries.ts';
import { postRow } from './queries.ts';
import { setPostState } from './write-queries.ts';

/** Called with the post locked. */
export async function settlePost({ db, scopeId, now }: Context, postId: string): Promise<void> {
  const [post, deliveries] = await Promise.all([postRow(db, scopeId, postId), deliveryRows(db, scopeId, postId)]);
  const happening = whatFollows(deliveries.map((delivery) => delivery.state));
  const next = post && happening && after(post.state as PostState, happening);
  if (next) await setPostState(db, scopeId, postId, next, now);
}
