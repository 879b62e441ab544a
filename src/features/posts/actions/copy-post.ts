// Begin a new post from an old one: its words and where it went, none of what was decided, stated or shown.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { authorisedAccounts, requireReady } from '#features/accounts/index.ts';
import { mayBegin, mayEdit } from '../access.ts';
import { contentSchema } from '../content.ts';
import { authorRows, variantRows, versionRow } from '../queries.ts';
import { insertAuthors, insertPost, writeContent } from '../write-queries.ts';
import { recordCheck } from '../record-check.ts';
import { seenPost } from '../standing.ts';

export const copyPost = defineAction({
  name: 'posts.copy',
  kind: 'write',
  summary: 'Begin a new post from an old one.',
  route: 'POST /posts/{postId}/copy',
  scope: 'school',
  who: anySignedIn,
  token: 'posts:write',
  input: z.object({ postId: z.uuid().describe('The old post; it stays as it is') }),
  output: z.object({ postId: z.string(), versionId: z.string(), revision: z.number() }),
  errors: ['no-account-of-yours', 'not-ready-to-write'],
  controls: [
    'posts.official-path',
    'posts.history',
    'posts.no-self-approval',
    'accounts.authorisation',
    'checks.every-draft',
    'accounts.runner-gate',
    'training.gate',
  ],
  about: ({ postId: from }, { postId }) => ({ post: postId, from }),
}).handle(async (context, { postId: oldId }) => {
  const { db, scopeId: schoolId, personId, now, newId } = context;
  const old = await seenPost(context, oldId);
  const [policy, mine] = await Promise.all([context.policy(), authorisedAccounts(db, schoolId, personId)]);
  const clauses = policy.clausesOf('accounts.authorisation');
  mayBegin(mine, clauses);
  await requireReady(context, personId);
  const [version, variants, authors] = await Promise.all([
    versionRow(db, schoolId, old.version_id),
    variantRows(db, schoolId, old.version_id),
    authorRows(db, schoolId, oldId),
  ]);
  const accounts = variants
    .filter((one) => mine.includes(one.account_id))
    .map((one) => ({ accountId: one.account_id, words: one.words }));
  const content = contentSchema.parse({
    words: version.words,
    accounts,
    category: version.category,
    objective: version.objective,
  });

  const postId = newId();
  const versionId = newId();
  const goesTo = accounts.map((one) => one.accountId);
  const begun = { id: postId, state: 'draft' as const, authors: [personId], accounts: goesTo, mine: new Set(mine) };
  const post = mayEdit(context.actor, begun, clauses);
  await insertPost(db, { schoolId, id: postId, versionId, openedBy: personId, at: now });
  // Whoever wrote the old words wrote these too: they approve them here no more than there.
  await insertAuthors(
    db,
    schoolId,
    postId,
    authors.map((author) => author.person_id),
    now,
  );
  await writeContent(db, post, { schoolId, versionId, revision: 1, content, wantedAt: null, by: personId, at: now });
  await recordCheck(context, { id: postId, version_id: versionId, opened_by: personId });
  return { postId, versionId, revision: 2 };
});
