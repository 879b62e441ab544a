// What a person carries by hand: publish it on the platform, take it down there, or find out whether it is there.
import { shown } from '#surfaces/web/answer.ts';
import { done } from '../../../../answering.ts';
import { backTo, saidIn } from '../../../said.ts';
import { pictureAt, postPage } from '../../post-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api } = event.locals;
    const post = await postPage(event, event.params.postId);
    const open = post.deliveries.filter(({ state }) => ['by-hand', 'unknown', 'removal-asked'].includes(state));
    const work = await Promise.all(
      open.map(async ({ id, state, accountName, due, overdue, permalink, removalReason, problem, connector }) => {
        const hand = connector === 'by-hand' ? await api.posts.readHandKit({ deliveryId: id }) : null;
        return {
          id,
          state: state as 'by-hand' | 'unknown' | 'removal-asked',
          accountName,
          due,
          overdue,
          permalink,
          removalReason,
          problem,
          account: hand?.account ?? null,
          kit:
            hand === null
              ? null
              : { ...hand.kit, pictures: hand.kit.pictures.map((one) => ({ ...one, src: pictureAt(one.mediaId) })) },
        };
      }),
    );
    return { id: post.id, title: post.title, work, said: saidIn(event.url) };
  });

export const actions: Actions = {
  published: (event) =>
    done(event, async ({ deliveryId, permalink = '' }) => {
      await event.locals.api.posts.reportByHand({ deliveryId: String(deliveryId), permalink: String(permalink) });
      backTo(`/posts/${event.params.postId}/by-hand`, 'by-hand-published');
    }),
  missing: (event) =>
    done(event, async ({ deliveryId, seen = '' }) => {
      await event.locals.api.posts.reportMissing({ deliveryId: String(deliveryId), seen: String(seen) });
      backTo(`/posts/${event.params.postId}/by-hand`, 'by-hand-missing');
    }),
  removed: (event) =>
    done(event, async ({ deliveryId, gone = '' }) => {
      await event.locals.api.posts.settleRemoval({ deliveryId: String(deliveryId), proof: String(gone) });
      backTo(`/posts/${event.params.postId}/by-hand`, 'by-hand-removed');
    }),
};
