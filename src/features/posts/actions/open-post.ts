// Begin a post.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { authorisedAccounts, requireReady } from '#features/accounts/index.ts';
import { mayBegin } from '../access.ts';
import { insertPost } from '../write-queries.ts';

export const openPost = defineAction({
  name: 'posts.open',
  kind: 'write',
  summary: 'Begin a post.',
  route: 'POST /posts',
  scope: 'school',
  who: anySignedIn,
  token: 'posts:write',
  input: z.object({}),
  output: z.object({ postId: z.string(), versionId: z.string(), revision: z.number() }),
  errors: ['no-account-of-yours', 'not-ready-to-write'],
  controls: [
    'posts.official-path',
    'posts.history',
    'accounts.runner-gate',
    'accounts.rules-on-first-use',
    'training.gate',
  ],
  about: (_, { postId }) => ({ post: postId }),
}).handle(async (context) => {
  const { db, scopeId, personId, now, newId } = context;
  const mine = await authorisedAccounts(db, scopeId, personId);
  mayBegin(mine, (await context.policy()).clausesOf('accounts.authorisation'));
  await requireReady(context, personId);
  const postId = newId();
  const versionId = newId();
  await insertPost(db, { schoolId: scopeId, id: postId, versionId, openedBy: personId, at: now });
  return { postId, versionId, revision: 1 };
});
