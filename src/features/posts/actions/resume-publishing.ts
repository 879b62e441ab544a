// A worker died, or a platform gave no answer: ask for the sending again. What is already out is found, not sent twice.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { publishPost } from '../jobs/publish-post.ts';

export const resumePublishing = defineAction({
  name: 'posts.resume',
  kind: 'write',
  summary: 'Ask again for the sending of posts that should be out by now.',
  route: 'POST /posts/resume',
  scope: 'school',
  who: onlySystem,
  input: z.object({ postIds: z.array(z.uuid()) }),
  output: z.object({}),
  controls: ['posts.publish-once'],
  about: ({ postIds }) => ({ posts: postIds }),
}).handle(async (context, { postIds }) => {
  for (const postId of postIds) context.enqueue(publishPost, { postId }, { key: postId });
  return {};
});
