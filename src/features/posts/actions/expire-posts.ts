// What was not decided in time expires: it is never sent late. What still waits is put to whoever can decide today.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { openDecisionRows, replaceApprovers, setDecisionState } from '#features/decisions/index.ts';
import { decidersToday } from '../deciders-today.ts';
import { lockPost, overdueWaiting } from '../queries.ts';
import { setPostState } from '../write-queries.ts';
import { closeDecision } from '../reopening.ts';
import { tellAuthors } from '../tell-authors.ts';

export const expirePosts = defineAction({
  name: 'posts.expire',
  kind: 'write',
  summary: 'Let posts that nobody decided in time expire.',
  route: 'POST /posts/expire',
  scope: 'school',
  who: onlySystem,
  input: z.object({}),
  output: z.object({ expired: z.array(z.string()) }),
  controls: ['posts.expiry', 'decisions.deputies'],
  about: (_, { expired }) => ({ posts: expired }),
}).handle(async (context) => {
  const { db, scopeId, now } = context;
  const expired: string[] = [];
  for (const { id } of await overdueWaiting(db, scopeId, now)) {
    const post = await lockPost(db, scopeId, id);
    if (post?.state !== 'waiting') continue;
    await closeDecision(context, id, 'expired');
    await setPostState(db, scopeId, id, 'expired', now);
    await tellAuthors(context, id, 'posts.expired');
    expired.push(id);
  }
  for (const decision of await openDecisionRows(db, scopeId, 'post')) {
    const post = await lockPost(db, scopeId, decision.subject_id);
    if (post?.state !== 'waiting') {
      await setDecisionState(db, scopeId, decision.id, 'withdrawn', now);
      continue;
    }
    await replaceApprovers(db, scopeId, decision.id, await decidersToday(context, post));
  }
  return { expired };
});
