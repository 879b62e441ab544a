// One post, whole: as it will appear, what was found, who decides, what happened, and what I may do with it.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { shownPost } from '../show-post.ts';
import { postSchema } from '../view-schema.ts';

export const readPost = defineAction({
  name: 'posts.read',
  kind: 'read',
  summary: 'Read one post, whole.',
  route: 'GET /posts/{postId}',
  scope: 'school',
  who: anySignedIn,
  token: 'posts:read',
  input: z.object({ postId: z.uuid() }),
  output: postSchema,
  controls: ['posts.history', 'posts.tone-guide', 'posts.linked-policies'],
}).handle((context, { postId }) => shownPost(context, postId));
