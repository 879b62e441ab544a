// The publishing minute: look at everything again, then seal "begin, these bytes". Anything new reopens the post.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { isAfter } from '#kernel/instants.ts';
import { peopleByIds } from '#features/people/index.ts';
import { authorisedAccounts } from '#features/accounts/index.ts';
import { latestDecision } from '#features/decisions/index.ts';
import { after, type PostState } from '../post.ts';
import { byHandDue, isOutstanding } from '../delivery.ts';
import { savedDraft } from '../draft-facts.ts';
import { judge } from '../judgement.ts';
import { closePost } from '../jobs/close-post.ts';
import { lastMinute } from '../last-minute.ts';
import { payloadDigest } from '../payload.ts';
import { deliveryRows, insertDeliveries } from '../delivery-queries.ts';
import { contestRows, findingRows, lockPost, versionRow } from '../queries.ts';
import { setPostState } from '../write-queries.ts';
import { closeDecision } from '../reopening.ts';
import { tellAuthors } from '../tell-authors.ts';
import { payloadSchema } from '../view-schema.ts';

export const beginPublishing = defineAction({
  name: 'posts.beginPublishing',
  kind: 'write',
  summary: 'Begin to send an approved post, after looking at everything again.',
  route: 'POST /posts/{postId}/begin-publishing',
  scope: 'school',
  who: onlySystem,
  sealed: true,
  input: z.object({ postId: z.uuid() }),
  output: z.object({
    result: z.enum(['begun', 'reopened', 'not-now']),
    toSend: z.array(
      z.object({ deliveryId: z.string(), connector: z.string(), payload: payloadSchema, seenBefore: z.boolean() }),
    ),
  }),
  controls: ['posts.recheck', 'posts.publish-once', 'posts.exact-approval', 'accounts.runner-gate', 'training.gate'],
  about: ({ postId }, { result, toSend }) => ({
    post: postId,
    result,
    deliveries: toSend.map((one) => one.deliveryId),
  }),
}).handle(async (context, { postId }) => {
  const { db, scopeId, now, at, newId } = context;
  const post = await lockPost(db, scopeId, postId);
  const state = post?.state as PostState | undefined;
  if (!post || state === undefined || after(state, 'begin') === null) return { result: 'not-now', toSend: [] };
  if (state === 'publishing') return { result: 'begun', toSend: await stillToSend() };

  const [version, foundBefore, draft, contests, decision] = await Promise.all([
    versionRow(db, scopeId, post.version_id),
    findingRows(db, scopeId, post.version_id),
    savedDraft(context, post),
    contestRows(db, scopeId, postId),
    latestDecision(db, scopeId, 'post', postId),
  ]);
  if (version.wanted_at !== null && isAfter(version.wanted_at, now)) return { result: 'not-now', toSend: [] };
  const judgement = await judge(context, { ...draft, wantedAt: null }, contests, { written: true });
  const [editor] = await peopleByIds(db, scopeId, [version.edited_by]);
  const mine = await authorisedAccounts(db, scopeId, version.edited_by);
  const trouble = lastMinute({
    judgement,
    hash: version.hash,
    wantedAt: version.wanted_at,
    approvedHash: decision?.state === 'approved' ? decision.hash : null,
    approvals: decision?.state === 'approved' ? decision.needs : 0,
    foundBefore,
    authorLeft: editor === undefined || editor.ended_on !== null,
    unauthorised: draft.accounts.filter((account) => !mine.includes(account.id)).map((account) => account.name),
  });
  if (trouble) {
    await closeDecision(context, postId, 'reopened');
    await setPostState(db, scopeId, postId, 'draft', now);
    await tellAuthors(context, postId, 'posts.reopened');
    context.remark({ clauses: trouble.clauses, about: { why: trouble.code } });
    return { result: 'reopened', toSend: [] };
  }
  await insertDeliveries(
    db,
    scopeId,
    postId,
    version.id,
    judgement.going.payloads.map((payload) => {
      const connector = draft.accounts.find((account) => account.id === payload.accountId)?.connector ?? 'by-hand';
      return {
        id: newId(),
        accountId: payload.accountId,
        connector,
        state: connector === 'by-hand' ? 'by-hand' : 'begun',
        payload,
        payloadSha256: payloadDigest(payload),
        dueAt: connector === 'by-hand' ? byHandDue(at) : now,
        begunAt: now,
      };
    }),
  );
  await setPostState(db, scopeId, postId, 'publishing', now);
  if (draft.content.details.closingDate !== '') {
    const closes = Temporal.PlainDate.from(draft.content.details.closingDate)
      .add({ days: 1 })
      .toZonedDateTime(draft.zone);
    context.enqueue(closePost, { postId }, { key: postId, at: closes.toInstant() });
  }
  context.remark({ about: { hash: version.hash } });
  return { result: 'begun', toSend: (await stillToSend()).map((one) => ({ ...one, seenBefore: false })) };

  async function stillToSend() {
    const rows = await deliveryRows(db, scopeId, postId);
    return rows
      .filter((row) => isOutstanding(row.state) && row.version_id === post!.version_id)
      .map((row) => ({
        deliveryId: row.id,
        connector: row.connector,
        payload: payloadSchema.parse(row.payload),
        seenBefore: true,
      }));
  }
});
