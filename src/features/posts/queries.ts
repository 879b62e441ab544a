// Statements that read posts. Those that list them stand in list-queries.ts, those that write in write-queries.ts.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import type { Holder } from '#features/decisions/index.ts';

/** Locked for this transaction: whoever comes second waits and then sees what the first did. */
export const lockPost = (db: Db, schoolId: string, id: string) =>
  db
    .selectFrom('post')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

export const postRow = (db: Db, schoolId: string, id: string) =>
  db.selectFrom('post').selectAll().where('school_id', '=', schoolId).where('id', '=', id).executeTakeFirst();

export const versionRow = (db: Db, schoolId: string, id: string) =>
  db
    .selectFrom('post_version')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

/** The version before this one that somebody decided on: what "changed since last time" is measured from. */
export const previousFrozen = (db: Db, schoolId: string, postId: string, n: number) =>
  db
    .selectFrom('post_version')
    .select(['id', 'n', 'words', 'frozen_at'])
    .where('school_id', '=', schoolId)
    .where('post_id', '=', postId)
    .where('n', '<', n)
    .where('frozen_at', 'is not', null)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();

export const variantRows = (db: Db, schoolId: string, versionId: string) =>
  db
    .selectFrom('post_variant')
    .select(['account_id', 'words'])
    .where('school_id', '=', schoolId)
    .where('version_id', '=', versionId)
    .orderBy('account_id')
    .execute();

export const pictureRows = (db: Db, schoolId: string, versionId: string) =>
  db
    .selectFrom('post_picture as p')
    .innerJoin('media as m', (join) => join.onRef('m.school_id', '=', 'p.school_id').onRef('m.id', '=', 'p.media_id'))
    .select([
      'p.position',
      'p.media_id',
      'p.alt',
      'p.shows_children',
      'm.sha256',
      'm.width',
      'm.height',
      'm.original_name',
      'm.quarantined_at',
    ])
    .where('p.school_id', '=', schoolId)
    .where('p.version_id', '=', versionId)
    .orderBy('p.position')
    .execute();

export const authorRows = (db: Db, schoolId: string, postId: string) =>
  db
    .selectFrom('post_author')
    .select('person_id')
    .where('school_id', '=', schoolId)
    .where('post_id', '=', postId)
    .orderBy('first_at')
    .execute();

export const findingRows = (db: Db, schoolId: string, versionId: string) =>
  db
    .selectFrom('finding')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('version_id', '=', versionId)
    .orderBy('n')
    .execute();

export const contestRows = (db: Db, schoolId: string, postId: string) =>
  db.selectFrom('contest').selectAll().where('school_id', '=', schoolId).where('post_id', '=', postId).execute();

/** Drafts of mine that somebody sent back. */
export async function sentBackTo(db: Db, schoolId: string, personId: string): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from post p
      join post_author x on x.school_id = p.school_id and x.post_id = p.id and x.person_id = ${personId}
      cross join lateral (select d.state from decision d where d.school_id = p.school_id and d.subject_kind = 'post' and d.subject_id = p.id
                           order by d.opened_at desc, d.id desc limit 1) last
     where p.school_id = ${schoolId} and p.state = 'draft' and last.state = 'sent-back'
     order by p.changed_at`.execute(db);
  return rows;
}

/** Is this post somebody's to see though they oversee nothing? */
export async function mayGlimpse(db: Db, schoolId: string, postId: string, personId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select exists (select from post_author where school_id = ${schoolId} and post_id = ${postId} and person_id = ${personId})
        or exists (select from question where school_id = ${schoolId} and post_id = ${postId} and asked_of = ${personId})
        or exists (select from decision d join decision_approver a on a.school_id = d.school_id and a.decision_id = d.id
                    where d.school_id = ${schoolId} and d.subject_kind = 'post' and d.subject_id = ${postId} and a.person_id = ${personId})
        or exists (select from post p join post_variant w on w.school_id = p.school_id and w.version_id = p.version_id
                     join authority u on u.school_id = w.school_id and u.account_id = w.account_id
                    where p.school_id = ${schoolId} and p.id = ${postId} and u.person_id = ${personId} and u.ended_at is null) as may`.execute(
    db,
  );
  return rows[0]?.may === true;
}

/** Every member of staff who can sign in, for a policy by which any colleague may read a post first. Nobody stands in for them: another colleague can read it. */
export async function staffHolders(db: Db, schoolId: string, today: string): Promise<Holder[]> {
  const { rows } = await sql<Holder>`
    select p.id as "personId", coalesce(nullif(p.preferred_name, ''), p.first_name) || ' ' || p.last_name as name,
           null as "deputyId",
           exists (select from absence a where a.school_id = ${schoolId} and a.person_id = p.id
                    and ${today}::date between a.starts_on and a.ends_on) as away
      from person p
     where p.school_id = ${schoolId} and p.login_id is not null and (p.ended_on is null or p.ended_on >= ${today})
       and exists (select from person_type t where t.school_id = ${schoolId} and t.person_id = p.id and t.type = 'staff'
                    and t.starts_on <= ${today} and (t.ends_on is null or t.ends_on >= ${today}))
     order by p.last_name, p.first_name, p.id`.execute(db);
  return rows;
}

/** Waiting posts whose time has come. */
export const overdueWaiting = (db: Db, schoolId: string, now: string) =>
  db
    .selectFrom('post as p')
    .innerJoin('post_version as v', (join) =>
      join.onRef('v.school_id', '=', 'p.school_id').onRef('v.id', '=', 'p.version_id'),
    )
    .select('p.id')
    .where('p.school_id', '=', schoolId)
    .where('p.state', '=', 'waiting')
    .where('v.wanted_at', '<=', now)
    .execute();

/** Posts that wait for a decision, or are approved and not yet sent: the soonest first. */
export const undecidedOrUnsent = (db: Db, schoolId: string, most: number) =>
  db
    .selectFrom('post as p')
    .innerJoin('post_version as v', (join) =>
      join.onRef('v.school_id', '=', 'p.school_id').onRef('v.id', '=', 'p.version_id'),
    )
    .select(['p.id', 'p.version_id', 'p.opened_by', 'p.state', 'v.wanted_at'])
    .where('p.school_id', '=', schoolId)
    .where('p.state', 'in', ['waiting', 'approved'])
    .orderBy('v.wanted_at')
    .orderBy('p.id')
    .limit(most)
    .execute();

/** Posts that should have been sent: approved and due, or begun without an answer. */
export async function unsentPosts(db: Db, schoolId: string, now: string): Promise<{ id: string; since: string }[]> {
  const { rows } = await sql<{ id: string; since: string }>`
    select p.id, coalesce(v.wanted_at, p.changed_at) as since from post p
      join post_version v on v.school_id = p.school_id and v.id = p.version_id
     where p.school_id = ${schoolId} and p.state = 'approved' and coalesce(v.wanted_at, p.changed_at) <= ${now}
    union all
    select d.post_id, d.begun_at from delivery d
      join post p on p.school_id = d.school_id and p.id = d.post_id and p.state = 'publishing'
     where d.school_id = ${schoolId} and d.state in ('begun', 'unknown')`.execute(db);
  return rows;
}

/** Emergency posts that nobody has looked at again. */
export const unreviewedEmergencies = (db: Db, schoolId: string) =>
  db
    .selectFrom('post')
    .select(['id', 'review_due_on'])
    .where('school_id', '=', schoolId)
    .where('review_due_on', 'is not', null)
    .where('reviewed_at', 'is', null)
    .orderBy('review_due_on')
    .execute();
