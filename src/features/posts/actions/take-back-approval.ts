// Take an approval back, until sending begins.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { insertVote, latestDecision, voteRows } from '#features/decisions/index.ts';
import { mayHappen } from '../access.ts';
import { closeDecision } from '../reopening.ts';
import { lockedPost } from '../standing.ts';
import { setPostState } from '../write-queries.ts';

export const takeBackApproval = defineAction({
  name: 'posts.takeBack',
  kind: 'write',
  summary: 'Take back my approval of a post, until it begins to go out.',
  route: 'POST /posts/{postId}/take-back',
  scope: 'school',
  who: anySignedIn,
  sealed: true,
  input: z.object({ postId: z.uuid(), note: z.string().trim().min(1, 'Say why.').max(1000) }),
  output: z.object({}),
  errors: ['no-approval-of-yours'],
  controls: ['decisions.record', 'posts.exact-approval'],
  about: ({ postId }) => ({ post: postId }),
}).handle(async (context, { postId, note }) => {
  const { db, scopeId, personId, now, newId } = context;
  const post = await lockedPost(context, postId);
  const decision = await latestDecision(db, scopeId, 'post', postId);
  const votes = decision ? await voteRows(db, scopeId, [decision.id]) : [];
  if (!decision || !votes.some((vote) => vote.person_id === personId && vote.answer === 'approve')) {
    throw fail.forbidden({
      code: 'no-approval-of-yours',
      message: 'There is no approval of yours to take back.',
      remedy: 'Ask whoever approved it, or its author.',
    });
  }
  const { next } = mayHappen(post, 'reopen');
  await insertVote(db, {
    id: newId(),
    schoolId: scopeId,
    decisionId: decision.id,
    personId,
    answer: 'take-back',
    note,
    answers: {},
    hash: decision.hash,
    at: now,
  });
  await closeDecision(context, postId, 'reopened');
  await setPostState(db, scopeId, postId, next, now);
  context.remark({ about: { decision: decision.id }, detail: { note } });
  return {};
});
