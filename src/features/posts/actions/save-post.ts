// Save what is being written. An edit of anything that was sent or approved asks for a new decision.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { mayEdit, mayHappen } from '../access.ts';
import { contentFields, instantFrom } from '../content.ts';
import { recordCheck } from '../record-check.ts';
import { closeDecision } from '../reopening.ts';
import { versionRow } from '../queries.ts';
import { insertAuthors, openNextVersion, setPostState, writeContent } from '../write-queries.ts';
import { lockedPost } from '../standing.ts';
import { momentInWords, zoneOf } from '../zone.ts';
import { checkOutput } from '../view-schema.ts';

export const savePost = defineAction({
  name: 'posts.save',
  kind: 'write',
  summary: 'Save what is being written, and check it.',
  route: 'PUT /posts/{postId}',
  scope: 'school',
  who: anySignedIn,
  token: 'posts:write',
  perMinute: 120,
  input: z.object({
    postId: z.uuid(),
    revision: z.coerce
      .number()
      .int()
      .describe('The revision that was being edited; another means that somebody saved meanwhile'),
    ...contentFields,
  }),
  output: checkOutput.extend({ revision: z.number(), version: z.number(), reopened: z.boolean() }),
  errors: ['saved-meanwhile', 'not-authorised-for-account', 'time-not-understood'],
  controls: [
    'posts.exact-approval',
    'posts.history',
    'accounts.authorisation',
    'checks.every-draft',
    'checks.pupil-identifiable',
  ],
  about: ({ postId }) => ({ post: postId }),
}).handle(async (context, { postId, revision, ...content }) => {
  const { db, scopeId, personId, now, newId } = context;
  const policy = await context.policy();
  const locked = await lockedPost(context, postId);
  const accounts = content.accounts.map((account) => account.accountId);
  const post = mayEdit(
    context.actor,
    { ...locked, accounts: [...new Set([...locked.accounts, ...accounts])] },
    policy.clausesOf('accounts.authorisation'),
  );
  const { next } = mayHappen(post, 'save');
  const before = await versionRow(db, scopeId, locked.version_id);
  const zone = await zoneOf(db, scopeId);
  const savedAt = momentInWords(before.edited_at, zone, now);
  if (before.revision !== revision) throw savedMeanwhile(savedAt);

  const wantedAt = content.wantedAt === null ? null : instantFrom(content.wantedAt, zone);
  if (content.wantedAt !== null && wantedAt === null) {
    throw fail.invalid({
      code: 'time-not-understood',
      message: 'The time was not understood.',
      remedy: 'Write it as 2026-11-20T15:30.',
      fields: [{ field: 'wantedAt', message: 'Write it as 2026-11-20T15:30.' }],
    });
  }
  let versionId = locked.version_id;
  let version = before.n;
  if (before.frozen_at !== null) {
    versionId = newId();
    version = before.n + 1;
    await openNextVersion(db, post, {
      schoolId: scopeId,
      id: postId,
      versionId,
      openedBy: personId,
      at: now,
      n: version,
      revision,
    });
  }
  const reopened = (await closeDecision(context, postId, 'reopened')) !== null;
  const saved = await writeContent(db, post, {
    schoolId: scopeId,
    versionId,
    revision,
    content,
    wantedAt,
    by: personId,
    at: now,
  });
  if (!saved) throw savedMeanwhile(savedAt);
  await insertAuthors(db, scopeId, postId, [personId], now);
  await setPostState(db, scopeId, postId, next, now);
  context.remark({ about: { version, reopened }, people: [] });
  const check = await recordCheck(context, { id: postId, version_id: versionId, opened_by: locked.opened_by });
  return { ...check.said, revision: revision + 1, version, reopened };
});

/** @param when in words */
const savedMeanwhile = (when: string) =>
  fail.conflict({
    code: 'saved-meanwhile',
    message: `Somebody, perhaps you in another window, saved this post ${when}.`,
    remedy: 'Your words are kept on this page. Open the post anew beside it and put the two together.',
  });
