// "This is somebody else": turn a stop into a question for a named person, with the reason on record.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { mayEdit, mayHappen } from '../access.ts';
import { findingRows } from '../queries.ts';
import { insertAuthors, setPostState, upsertContest } from '../write-queries.ts';
import { recordCheck } from '../record-check.ts';
import { closeDecision } from '../reopening.ts';
import { lockedPost } from '../standing.ts';
import { checkOutput } from '../view-schema.ts';

export const contestFinding = defineAction({
  name: 'posts.contest',
  kind: 'write',
  summary: 'Say that a finding is mistaken: a named person then decides it.',
  route: 'POST /posts/{postId}/contest',
  scope: 'school',
  who: anySignedIn,
  token: 'posts:write',
  input: z.object({
    postId: z.uuid(),
    rule: z.string().max(60),
    excerpt: z.string().max(500),
    reason: z.string().trim().min(5, 'Say who or what it is instead.').max(500),
  }),
  output: checkOutput,
  errors: ['not-contestable'],
  controls: ['posts.contested-finding'],
  about: ({ postId, rule }) => ({ post: postId, rule }),
}).handle(async (context, { postId, rule, excerpt, reason }) => {
  const { db, scopeId, personId, now } = context;
  const policy = await context.policy();
  const locked = await lockedPost(context, postId);
  const post = mayEdit(context.actor, locked, policy.clausesOf('accounts.authorisation'));
  const { next } = mayHappen(post, 'save');
  const findings = await findingRows(db, scopeId, locked.version_id);
  const finding = findings.find((one) => one.rule === rule && one.excerpt === excerpt);
  if (!finding) throw fail.notFound('finding');
  if (!finding.contestable) {
    throw fail.refused({
      code: 'not-contestable',
      message: 'This finding cannot be put to anybody: the words themselves have to change.',
      remedy: finding.remedy,
      clauses: finding.clauses,
    });
  }
  await upsertContest(db, { schoolId: scopeId, postId, rule, excerpt, reason, by: personId, at: now });
  await closeDecision(context, postId, 'reopened');
  // Whoever argues for the words has taken part in them, and so cannot be the one who lets them through.
  await insertAuthors(db, scopeId, postId, [personId], now);
  await setPostState(db, scopeId, postId, next, now);
  context.remark({ clauses: finding.clauses, detail: { excerpt, reason } });
  return (await recordCheck(context, locked)).said;
});
