// What the three answers to a waiting post share: who may, on exactly which bytes, and what follows.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { castVote, type Answer, type VoteOutcome } from '#features/decisions/index.ts';
import { mayHappen } from './access.ts';
import { decidersInWords, decidersOf } from './deciders.ts';
import { outgoingOf, savedDraft, type Draft } from './draft-facts.ts';
import { judge, type Judgement } from './judgement.ts';
import { contestRows } from './queries.ts';
import { setPostState } from './write-queries.ts';
import { lockedPost, type LockedPost } from './standing.ts';
import { tellAuthors } from './tell-authors.ts';

export interface Deciding {
  readonly post: LockedPost;
  readonly draft: Draft;
  readonly judgement: Judgement;
  cast(note: string, answers: object): Promise<VoteOutcome>;
}

/**
 * @param hash of what the person has read
 * @throws at once for an author, and for a post that waits for nobody
 */
export async function deciding(
  context: Context,
  postId: string,
  hash: string,
  answer: Exclude<Answer, 'take-back'>,
): Promise<Deciding> {
  const { db, scopeId, personId, now } = context;
  const post = await lockedPost(context, postId);
  const [draft, contests] = await Promise.all([savedDraft(context, post), contestRows(db, scopeId, postId)]);
  const judgement = await judge(context, draft, contests, { written: true });
  const { policy, need } = judgement;
  if (post.authors.includes(personId)) {
    throw fail.refused({
      code: 'own-post',
      message: 'You wrote or edited this post, so somebody else decides it.',
      remedy: 'Leave it to the person named on the post.',
      clauses: [...new Set([...policy.clausesOf('posts.no-self-approval'), ...need.clauses])],
    });
  }
  const { next } = mayHappen(post, answer);
  return {
    post,
    draft,
    judgement,
    async cast(note, answers) {
      const deciders = await decidersOf(context, draft, need.roles, policy);
      const vote = await castVote(context, {
        subjectKind: 'post',
        subjectId: postId,
        answer,
        note,
        answers,
        hash,
        mayDecide: (id) => deciders.some((decider) => decider.personId === id),
        deciders: decidersInWords(deciders, need.roles),
        clauses: need.clauses.length > 0 ? need.clauses : policy.clausesOf('decisions.named-decider'),
      });
      if (vote.state !== 'open') {
        await setPostState(db, scopeId, postId, next, now);
        await tellAuthors(context, postId, TOLD[answer]);
      }
      context.remark({
        clauses: need.clauses,
        about: { decision: vote.decisionId, hash },
        ...(note === '' ? {} : { detail: { note } }),
      });
      return vote;
    },
  };
}

const TOLD = { approve: 'posts.approved', 'send-back': 'posts.sent-back', refuse: 'posts.refused' } as const;

/** What stands there now must be what was decided on; a connector or a clock may have changed it since. */
export const sameBytes = (draft: Draft, judgement: Judgement, hash: string): boolean =>
  outgoingOf(draft, judgement.policy).hash === hash;
