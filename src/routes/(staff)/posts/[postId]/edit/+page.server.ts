// A post being written: taken up where it was left, by anybody who may write for its accounts.
import { redirect } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import { composerActions } from '../../composer/composer-actions.ts';
import { composerData, savedPost } from '../../composer/composer-data.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const post = await savedPost(event, event.params.postId);
    if (!post.mayEdit) redirect(303, `/posts/${post.id}`);
    return { post, composer: await composerData(event, post.draft.category) };
  });

export const actions = composerActions;
