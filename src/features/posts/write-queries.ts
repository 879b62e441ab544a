// Statements that write posts. Writers of content take an Allowed post, so that nobody forgets to ask.
import type { Allowed } from '#kernel/access.ts';
import type { Db } from '#kernel/context.ts';
import type { PostStanding } from './access.ts';
import type { Content } from './content.ts';
import type { PostState } from './post.ts';

export interface NewPost {
  readonly schoolId: string;
  readonly id: string;
  readonly versionId: string;
  readonly openedBy: string;
  readonly at: string;
}

/** A draft with an empty first version, of one author. */
export async function insertPost(db: Db, post: NewPost): Promise<void> {
  await db
    .insertInto('post')
    .values({
      school_id: post.schoolId,
      id: post.id,
      state: 'draft',
      version_id: post.versionId,
      opened_by: post.openedBy,
      opened_at: post.at,
      changed_at: post.at,
    })
    .execute();
  await insertVersion(db, post, { n: 1, revision: 1 });
  await insertAuthors(db, post.schoolId, post.id, [post.openedBy], post.at);
}

async function insertVersion(
  db: Db,
  post: NewPost,
  { n, revision }: { readonly n: number; readonly revision: number },
): Promise<void> {
  await db
    .insertInto('post_version')
    .values({
      school_id: post.schoolId,
      id: post.versionId,
      post_id: post.id,
      n,
      revision,
      edited_by: post.openedBy,
      edited_at: post.at,
    })
    .execute();
}

/** A frozen version stays as it is for ever; further edits go into the next one, and the count of revisions runs on. */
export async function openNextVersion(
  db: Db,
  post: Allowed<PostStanding>,
  next: NewPost & { readonly n: number; readonly revision: number },
): Promise<void> {
  await insertVersion(db, next, next);
  await db
    .updateTable('post')
    .set({ version_id: next.versionId })
    .where('school_id', '=', next.schoolId)
    .where('id', '=', post.id)
    .execute();
}

/** Whoever is an author already stays one from when they first were. */
export async function insertAuthors(
  db: Db,
  schoolId: string,
  postId: string,
  people: readonly string[],
  at: string,
): Promise<void> {
  await db
    .insertInto('post_author')
    .values(people.map((id) => ({ school_id: schoolId, post_id: postId, person_id: id, first_at: at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** @returns false when somebody else saved since this revision was read */
export async function writeContent(
  db: Db,
  post: Allowed<PostStanding>,
  save: {
    schoolId: string;
    versionId: string;
    revision: number;
    content: Content;
    wantedAt: string | null;
    by: string;
    at: string;
  },
): Promise<boolean> {
  const { schoolId, versionId, content } = save;
  const { numUpdatedRows } = await db
    .updateTable('post_version')
    .set({
      revision: save.revision + 1,
      words: content.words,
      category: content.category,
      objective: content.objective,
      details: JSON.stringify(content.details),
      statements: JSON.stringify(content.statements),
      wanted_at: save.wantedAt,
      emergency: content.emergency,
      emergency_reason: content.emergencyReason,
      edited_by: save.by,
      edited_at: save.at,
      outcome: null,
      checked_sha256: null,
    })
    .where('school_id', '=', schoolId)
    .where('id', '=', versionId)
    .where('post_id', '=', post.id)
    .where('revision', '=', save.revision)
    .where('frozen_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await db.deleteFrom('post_variant').where('school_id', '=', schoolId).where('version_id', '=', versionId).execute();
  await db.deleteFrom('post_picture').where('school_id', '=', schoolId).where('version_id', '=', versionId).execute();
  if (content.accounts.length > 0) {
    await db
      .insertInto('post_variant')
      .values(
        content.accounts.map(({ accountId, words }) => ({
          school_id: schoolId,
          version_id: versionId,
          account_id: accountId,
          words: words === null || words.trim() === '' ? null : words,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  if (content.pictures.length > 0) {
    await db
      .insertInto('post_picture')
      .values(
        content.pictures.map((picture, position) => ({
          school_id: schoolId,
          version_id: versionId,
          position,
          media_id: picture.mediaId,
          alt: picture.alt,
          shows_children: picture.showsChildren,
        })),
      )
      .execute();
  }
  return true;
}

export interface StoredFinding {
  readonly rule: string;
  readonly severity: string;
  readonly clauses: readonly string[];
  readonly source: 'policy' | 'default';
  readonly part: string;
  readonly start: number;
  readonly end: number;
  readonly excerpt: string;
  readonly message: string;
  readonly remedy: string;
  readonly fixes: readonly string[];
  readonly who: string;
  readonly contestable: boolean;
}

/** What a check said of a version, and of exactly which text. One statement writes all findings. */
export async function writeCheck(
  db: Db,
  check: {
    schoolId: string;
    versionId: string;
    outcome: string;
    checkedSha256: string;
    at: string;
    policyVersionId: string | null;
    findings: readonly StoredFinding[];
  },
): Promise<void> {
  const { schoolId, versionId } = check;
  await db
    .updateTable('post_version')
    .set({
      outcome: check.outcome,
      checked_sha256: check.checkedSha256,
      checked_at: check.at,
      policy_version_id: check.policyVersionId,
    })
    .where('school_id', '=', schoolId)
    .where('id', '=', versionId)
    .execute();
  await db.deleteFrom('finding').where('school_id', '=', schoolId).where('version_id', '=', versionId).execute();
  if (check.findings.length === 0) return;
  await db
    .insertInto('finding')
    .values(
      check.findings.map((finding, n) => ({
        school_id: schoolId,
        version_id: versionId,
        n,
        rule: finding.rule,
        severity: finding.severity,
        clauses: [...finding.clauses],
        source: finding.source,
        part: finding.part,
        starts: finding.start,
        ends: finding.end,
        excerpt: finding.excerpt,
        message: finding.message,
        remedy: finding.remedy,
        fixes: [...finding.fixes],
        decided_by_role: finding.who,
        contestable: finding.contestable,
      })),
    )
    .execute();
}

export const freezeVersion = (db: Db, schoolId: string, versionId: string, hash: string, at: string) =>
  db
    .updateTable('post_version')
    .set({ frozen_at: at, hash })
    .where('school_id', '=', schoolId)
    .where('id', '=', versionId)
    .execute();

export const setPostState = (db: Db, schoolId: string, id: string, state: PostState, at: string) =>
  db
    .updateTable('post')
    .set({ state, changed_at: at })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .execute();

export const setReviewDue = (db: Db, schoolId: string, id: string, dueOn: string) =>
  db.updateTable('post').set({ review_due_on: dueOn }).where('school_id', '=', schoolId).where('id', '=', id).execute();

export const markReviewed = (db: Db, schoolId: string, id: string, by: string, at: string) =>
  db
    .updateTable('post')
    .set({ reviewed_by: by, reviewed_at: at })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .where('reviewed_at', 'is', null)
    .executeTakeFirst();

/** Said again of the same words, the newest reason counts. */
export async function upsertContest(
  db: Db,
  contest: { schoolId: string; postId: string; rule: string; excerpt: string; reason: string; by: string; at: string },
): Promise<void> {
  await db
    .insertInto('contest')
    .values({
      school_id: contest.schoolId,
      post_id: contest.postId,
      rule: contest.rule,
      excerpt: contest.excerpt,
      reason: contest.reason,
      by_person: contest.by,
      at: contest.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['school_id', 'post_id', 'rule', 'excerpt'])
        .doUpdateSet({ reason: contest.reason, by_person: contest.by, at: contest.at }),
    )
    .execute();
}
