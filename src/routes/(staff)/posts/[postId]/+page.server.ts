// One post: everything about it, and what the person looking may do with it.
import { redirect } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import { done } from '../../../answering.ts';
import { backTo, saidIn } from '../../said.ts';
import { postPage } from '../post-page.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => ({
    post: await postPage(event, event.params.postId),
    said: saidIn(event.url),
  }));

type Saying = Parameters<typeof backTo>[1];

/** An action of the post, told on the post's own page. */
const then =
  (said: Saying, work: (postId: string, input: Record<string, unknown>, event: RequestEvent) => Promise<unknown>) =>
  (event: RequestEvent) =>
    done(event, async (input) => {
      const { postId } = event.params;
      await work(postId, input, event);
      backTo(`/posts/${postId}`, said);
    });

export const actions: Actions = {
  copy: (event) =>
    done(event, async () => {
      const { postId } = await event.locals.api.posts.copy({ postId: event.params.postId });
      redirect(303, `/posts/${postId}/edit`);
    }),
  withdraw: then('post-withdrawn', (postId, _, { locals }) => locals.api.posts.withdraw({ postId })),
  takeBack: then('post-taken-back', (postId, { note = '' }, { locals }) =>
    locals.api.posts.takeBack({ postId, note: String(note) }),
  ),
  discard: then('post-discarded', (postId, _, { locals }) => locals.api.posts.discard({ postId })),
  sendAgain: then('post-sent-again', (_, { deliveryId }, { locals }) =>
    locals.api.posts.sendAgain({ deliveryId: String(deliveryId) }),
  ),
  leaveOut: then('post-left-out', (_, { deliveryId, reason = '' }, { locals }) =>
    locals.api.posts.leaveOut({ deliveryId: String(deliveryId), reason: String(reason) }),
  ),
  takeDown: then('post-taken-down', (postId, { reason = '' }, { locals }) =>
    locals.api.posts.takeDown({ postId, reason: String(reason) }),
  ),
  answer: then('post-answered', (postId, { goOn, words = '' }, { locals }) =>
    locals.api.posts.answer({ postId, goOn: goOn === 'yes', words: String(words) }),
  ),
  review: then('post-reviewed', (postId, { words = '' }, { locals }) =>
    locals.api.posts.reviewEmergency({ postId, words: String(words) }),
  ),
};
