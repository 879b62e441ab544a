// Approve a post: exactly these words, pictures, accounts and time.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { settings } from '#features/policy/index.ts';
import { BALLOT_ERRORS, ballotFields } from '../ballot.ts';
import { deciding, sameBytes } from '../deciding.ts';
import { publishPost } from '../jobs/publish-post.ts';
import { standingOf } from '../picture-rules.ts';
import { keepFindings } from '../record-check.ts';
import { reviewDay } from '../review-day.ts';
import { setReviewDue } from '../write-queries.ts';

export const approvePost = defineAction({
  name: 'posts.approve',
  kind: 'write',
  summary: 'Approve a post: exactly these words, pictures, accounts and time.',
  route: 'POST /posts/{postId}/approve',
  scope: 'school',
  who: anySignedIn,
  freshFactorMinutes: 240,
  sealed: true,
  input: z.object({
    ...ballotFields,
    note: z.string().trim().max(1000).default(''),
    noChild: z.array(z.uuid()).max(10).default([]).describe('Pictures that you have looked at and that show no child'),
  }),
  output: z.object({ state: z.enum(['waiting', 'approved']), wanting: z.number(), goesOut: z.string().nullable() }),
  errors: [...BALLOT_ERRORS, 'checklist-unanswered', 'checklist-no', 'picture-not-stated', 'now-blocked'],
  controls: [
    'posts.no-self-approval',
    'posts.exact-approval',
    'posts.reviewer-checklist',
    'media.no-child-statement',
    'decisions.not-your-own',
    'decisions.exact-thing',
    'decisions.record',
  ],
  about: ({ postId, hash }, { state }) => ({ post: postId, hash, result: state }),
}).handle(async (context, { postId, hash, note, checklist, noChild }) => {
  const { db, scopeId, now } = context;
  const { post, draft, judgement, cast } = await deciding(context, postId, hash, 'approve');
  const { policy } = judgement;
  const points = policy.ruling(settings.review.checklist);
  const unanswered = points.value.filter((point) => checklist[point] === undefined);
  if (unanswered.length > 0) {
    throw fail.refused({
      code: 'checklist-unanswered',
      message: `${unanswered.length === 1 ? 'One point' : `${unanswered.length} points`} of the list ${unanswered.length === 1 ? 'has' : 'have'} not been answered.`,
      remedy: 'Answer each point, then approve.',
      clauses: points.clauses,
      fields: unanswered.map((point) => ({ field: `checklist.${point}`, message: 'Answer this point.' })),
    });
  }
  const against = points.value.filter((point) => checklist[point] === 'no');
  if (against.length > 0) {
    throw fail.refused({
      code: 'checklist-no',
      message: 'You answered no to a point of the list, so it cannot be approved as it is.',
      remedy: 'Send it back and say what should change, or refuse it.',
      clauses: points.clauses,
      fields: against.map((point) => ({ field: `checklist.${point}`, message: 'Answered no.' })),
    });
  }
  const unseen = draft.pictures.filter((picture) => {
    const statements = noChild.includes(picture.mediaId)
      ? [{ by: context.personId, sha256: picture.sha256, showsChildren: false }]
      : [];
    return standingOf(picture, draft, policy, statements).state === 'needs-approver-statement';
  });
  if (unseen.length > 0) {
    throw fail.refused({
      code: 'picture-not-stated',
      message: 'You have not said yet that each picture shows no child.',
      remedy: 'Look at every picture, also the background, and say so; or send it back.',
      clauses: policy.clausesOf('media.no-child-statement'),
    });
  }
  if (judgement.checked.outcome === 'block' || judgement.obstacles.length > 0) {
    const first = judgement.checked.findings.find((finding) => finding.severity === 'block');
    const stopping = first?.clauses ?? judgement.obstacles[0]?.clauses ?? [];
    throw fail.refused({
      code: 'now-blocked',
      message: `It cannot go out as it is. ${first?.message ?? judgement.obstacles[0]?.message ?? ''}`.trim(),
      remedy: first?.remedy ?? judgement.obstacles[0]?.remedy ?? 'Send it back.',
      clauses: stopping.length > 0 ? stopping : policy.clausesOf('posts.recheck'),
    });
  }
  if (!sameBytes(draft, judgement, hash)) {
    throw fail.conflict({
      code: 'changed-meanwhile',
      message: 'It was changed after you opened it, so what you read is not what would go out.',
      remedy: 'Read it again; what changed is marked.',
    });
  }
  const vote = await cast(note, { checklist, noChild });
  if (vote.state !== 'approved') return { state: 'waiting', wanting: vote.wanting, goesOut: null };
  await keepFindings(context, post.version_id, judgement);
  const goesOut = draft.wantedAt ?? now;
  if (draft.content.emergency && policy.ruling(settings.approval.emergency).value.reviewedNextDay) {
    await setReviewDue(db, scopeId, postId, reviewDay(context.at, draft.zone));
  }
  context.enqueue(publishPost, { postId }, { key: postId, at: goesOut });
  return { state: 'approved', wanting: 0, goesOut };
});
