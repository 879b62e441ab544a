// Send a post to whoever must decide it; or straight out, where the policy asks nobody.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { requireReady } from '#features/accounts/index.ts';
import { insertDecision } from '#features/decisions/index.ts';
import { mayEdit, mayHappen } from '../access.ts';
import { decidersOf } from '../deciders.ts';
import { publishPost } from '../jobs/publish-post.ts';
import { versionRow } from '../queries.ts';
import { freezeVersion, insertAuthors, setPostState } from '../write-queries.ts';
import { recordCheck } from '../record-check.ts';
import { lockedPost } from '../standing.ts';
import { checkOutput, personSchema } from '../view-schema.ts';

export const submitPost = defineAction({
  name: 'posts.submit',
  kind: 'write',
  summary: 'Send a post to whoever must decide it.',
  route: 'POST /posts/{postId}/submit',
  scope: 'school',
  who: anySignedIn,
  token: 'posts:write',
  input: z.object({
    postId: z.uuid(),
    revision: z.coerce.number().int().optional().describe('The revision that was read; left out = whatever is saved'),
  }),
  output: z.object({
    outcome: z.enum(['blocked', 'waiting', 'approved']),
    check: checkOutput,
    hash: z.string().nullable(),
    deciders: z.array(personSchema.extend({ because: z.string() })),
  }),
  errors: ['saved-meanwhile', 'not-authorised-for-account', 'not-ready-to-write'],
  controls: [
    'posts.important-alternative',
    'posts.press-release',
    'posts.reach-question',
    'posts.pupil-audience',
    'posts.second-reader',
    'posts.clearance',
    'posts.exact-approval',
    'posts.emergency',
    'decisions.named-decider',
    'decisions.deputies',
    'accounts.authorisation',
    'accounts.runner-gate',
    'accounts.rules-on-first-use',
    'training.gate',
    'training.platform-module',
    'posts.objective',
    'posts.sign-off',
    'posts.disclaimer',
    'posts.claim-source',
    'schools.ledger',
  ],
  about: ({ postId }, { outcome, hash }) => ({ post: postId, result: outcome, hash }),
}).handle(async (context, { postId, revision }) => {
  const { db, scopeId, personId, now, newId } = context;
  const locked = await lockedPost(context, postId);
  const policy = await context.policy();
  const post = mayEdit(context.actor, locked, policy.clausesOf('accounts.authorisation'));
  mayHappen(post, 'send');
  const version = await versionRow(db, scopeId, locked.version_id);
  if (revision !== undefined && version.revision !== revision) {
    throw fail.conflict({
      code: 'saved-meanwhile',
      message: 'Somebody saved this post after you read it.',
      remedy: 'Read it again, then send it.',
    });
  }
  const { draft, judgement, said } = await recordCheck(context, locked, { reuse: true });
  const { need, going } = judgement;
  context.remark({
    clauses: [...judgement.checked.findings, ...judgement.obstacles].flatMap(({ clauses }) => clauses),
    about: { version: version.n, findings: judgement.checked.findings.map((finding) => finding.rule) },
  });
  // Whoever wrote the words has been looked at; whoever sends them writes for these accounts too.
  if (personId !== draft.writer) {
    await requireReady(context, personId, {
      accounts: locked.accounts,
      platforms: draft.accounts.map((one) => one.platformKey),
    });
  }
  if (!judgement.free) return { outcome: 'blocked', check: said, hash: null, deciders: [] };

  await insertAuthors(db, scopeId, postId, [personId], now);
  await freezeVersion(db, scopeId, version.id, going.hash, now);
  context.remark({ clauses: need.clauses });
  if (need.none) {
    const { next } = mayHappen(post, 'go-ahead');
    await setPostState(db, scopeId, postId, next, now);
    context.enqueue(publishPost, { postId }, { key: postId, at: draft.wantedAt ?? now });
    return { outcome: 'approved', check: said, hash: going.hash, deciders: [] };
  }
  const authors = [...new Set([...draft.authors, personId])];
  const deciders = await decidersOf(context, { ...draft, authors }, need.roles, policy);
  await insertDecision(db, {
    id: newId(),
    schoolId: scopeId,
    subjectKind: 'post',
    subjectId: postId,
    hash: going.hash,
    needs: need.people,
    policyVersionId: policy.versionId,
    clauses: need.clauses,
    askedBy: personId,
    openedAt: now,
    closesAt: draft.wantedAt,
    approvers: deciders,
  });
  const { next } = mayHappen(post, 'send');
  await setPostState(db, scopeId, postId, next, now);
  return {
    outcome: 'waiting',
    check: said,
    hash: going.hash,
    deciders: deciders.map(({ personId: id, name, because }) => ({ id, name, because })),
  };
});
