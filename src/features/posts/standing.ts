// A post as somebody may see it; and locked, with what its pure rules ask: state, authors, accounts, and which of them the actor may draft for. One copy of it likewise.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { authorisedAccounts } from '#features/accounts/index.ts';
import { looksAfter, overseesPosts, seesPost, type PostStanding } from './access.ts';
import { deliveryRow, lockDelivery } from './delivery-queries.ts';
import type { PostState } from './post.ts';
import { authorRows, lockPost, mayGlimpse, postRow, variantRows } from './queries.ts';

/** @throws not-found for another school's post, and for one that is not this person's to see */
export async function seenPost({ db, scopeId, actor, personId }: Context, postId: string) {
  const post = await postRow(db, scopeId, postId);
  if (!post) throw fail.notFound('post');
  const state = post.state as PostState;
  if (!seesPost(actor, state) && !(await mayGlimpse(db, scopeId, postId, personId))) throw fail.notFound('post');
  return { ...post, state };
}

export interface LockedPost extends PostStanding {
  readonly version_id: string;
  readonly opened_by: string;
}

/** @throws not-found for another school's post, and for one that is not the actor's to see */
export async function lockedPost(context: Context, postId: string): Promise<LockedPost> {
  const { db, scopeId, actor } = context;
  const row = await lockPost(db, scopeId, postId);
  if (!row) throw fail.notFound('post');
  if (actor.kind === 'person' && !overseesPosts(actor) && !(await mayGlimpse(db, scopeId, postId, actor.personId))) {
    throw fail.notFound('post');
  }
  const [authors, variants, mine] = await Promise.all([
    authorRows(db, scopeId, postId),
    variantRows(db, scopeId, row.version_id),
    actor.kind === 'person' ? authorisedAccounts(db, scopeId, actor.personId) : Promise.resolve([]),
  ]);
  return {
    id: row.id,
    state: row.state as PostState,
    version_id: row.version_id,
    opened_by: row.opened_by,
    authors: authors.map((author) => author.person_id),
    accounts: variants.map((variant) => variant.account_id),
    mine: new Set(mine),
  };
}

/**
 * One copy of a post, locked with its post, which comes first here as everywhere: of two copies that come to rest at one
 * moment, the second sees the first.
 * @throws not-found for another school's, and for one that is not the actor's to look after
 */
export async function lockedDelivery({ db, scopeId, actor }: Context, deliveryId: string) {
  const found = await deliveryRow(db, scopeId, deliveryId);
  const mine = actor.kind === 'person' ? await authorisedAccounts(db, scopeId, actor.personId) : [];
  if (!found || !(actor.kind === 'system' || looksAfter(actor, [found.account_id], new Set(mine)))) {
    throw fail.notFound('delivery');
  }
  await lockPost(db, scopeId, found.post_id);
  return lockDelivery(db, scopeId, deliveryId);
}
