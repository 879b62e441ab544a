// Every statement about reviews of the policy.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import type { Cause, ReviewCause } from './causes.ts';

/** One change at a time: nobody opens a second review, and what was looked at still stands when it is closed. */
export const holdReviews = async (db: Db, schoolId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('reviews ' || ${schoolId}, 0))`.execute(db);
};

/** Newest first. */
export async function reviewRows(db: Db, schoolId: string) {
  const rows = await db
    .selectFrom('policy_review')
    .selectAll()
    .where('school_id', '=', schoolId)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, cause: row.cause as ReviewCause }));
}
export type ReviewRow = Awaited<ReturnType<typeof reviewRows>>[number];

export interface NewReview {
  readonly id: string;
  readonly versionId: string;
  readonly cause: ReviewCause;
  readonly words: string;
  readonly dueOn: string;
  readonly roles: readonly string[];
  readonly clauses: readonly string[];
  readonly startedBy: string | null;
}

export async function insertReview(db: Db, schoolId: string, review: NewReview, now: string): Promise<void> {
  await db
    .insertInto('policy_review')
    .values({
      school_id: schoolId,
      id: review.id,
      version_id: review.versionId,
      cause: review.cause,
      words: review.words,
      due_on: review.dueOn,
      roles: [...review.roles],
      clauses: [...review.clauses],
      started_by: review.startedBy,
      started_at: now,
    })
    .execute();
}

export const setReviewDue = (db: Db, schoolId: string, id: string, dueOn: string) =>
  db
    .updateTable('policy_review')
    .set({ due_on: dueOn })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .execute();

export interface Committee {
  readonly name: string;
  readonly members: string;
  readonly meetsOn: string | null;
  readonly minute: string;
}

export const setCommitteeOf = (db: Db, schoolId: string, id: string, committee: Committee) =>
  db
    .updateTable('policy_review')
    .set({
      committee: committee.name,
      committee_members: committee.members,
      committee_meets_on: committee.meetsOn,
      committee_minute: committee.minute,
    })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .execute();

export const closeReviewRow = (
  db: Db,
  schoolId: string,
  id: string,
  closing: { readonly outcome: string; readonly words: string; readonly by: string | null; readonly at: string },
) =>
  db
    .updateTable('policy_review')
    .set({ outcome: closing.outcome, outcome_words: closing.words, closed_by: closing.by, closed_at: closing.at })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .execute();

export async function triggerRows(db: Db, schoolId: string) {
  const rows = await db
    .selectFrom('review_trigger')
    .selectAll()
    .where('school_id', '=', schoolId)
    .orderBy('raised_at')
    .execute();
  return rows.map((row) => ({ ...row, cause: row.cause as Cause }));
}
export type TriggerRow = Awaited<ReturnType<typeof triggerRows>>[number];

export async function insertTrigger(
  db: Db,
  schoolId: string,
  trigger: {
    readonly id: string;
    readonly cause: Cause;
    readonly words: string;
    readonly dueOn: string;
    readonly by: string | null;
    readonly at: string;
    readonly reviewId: string | null;
  },
): Promise<void> {
  await db
    .insertInto('review_trigger')
    .values({
      school_id: schoolId,
      id: trigger.id,
      cause: trigger.cause,
      words: trigger.words,
      due_on: trigger.dueOn,
      raised_by: trigger.by,
      raised_at: trigger.at,
      review_id: trigger.reviewId,
    })
    .execute();
}

/** A review takes up everything that was raised before it. */
export const takeUpTriggers = (db: Db, schoolId: string, reviewId: string) =>
  db
    .updateTable('review_trigger')
    .set({ review_id: reviewId })
    .where('school_id', '=', schoolId)
    .where('review_id', 'is', null)
    .execute();

export const signOffRows = (db: Db, schoolId: string, reviewIds: readonly string[]) =>
  db
    .selectFrom('review_sign_off')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where(sql<boolean>`review_id = any(${reviewIds}::uuid[])`)
    .orderBy('signed_at')
    .execute();
export type SignOffRow = Awaited<ReturnType<typeof signOffRows>>[number];

export async function insertSignOffs(
  db: Db,
  schoolId: string,
  signing: {
    readonly reviewId: string;
    readonly roles: readonly string[];
    readonly personId: string;
    readonly words: string;
    readonly at: string;
  },
): Promise<void> {
  await db
    .insertInto('review_sign_off')
    .values(
      signing.roles.map((role) => ({
        school_id: schoolId,
        review_id: signing.reviewId,
        role,
        person_id: signing.personId,
        words: signing.words,
        signed_at: signing.at,
      })),
    )
    .execute();
}

export const shareRows = (db: Db, schoolId: string, reviewId: string) =>
  db
    .selectFrom('review_share')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('review_id', '=', reviewId)
    .orderBy('recorded_at')
    .execute();
export type ShareRow = Awaited<ReturnType<typeof shareRows>>[number];

export async function insertShare(
  db: Db,
  schoolId: string,
  share: {
    readonly id: string;
    readonly reviewId: string;
    readonly versionId: string;
    readonly sharedOn: string;
    readonly people: readonly string[];
    readonly others: string;
    readonly how: string;
    readonly by: string | null;
    readonly at: string;
  },
): Promise<void> {
  await db
    .insertInto('review_share')
    .values({
      school_id: schoolId,
      id: share.id,
      review_id: share.reviewId,
      version_id: share.versionId,
      shared_on: share.sharedOn,
      people: [...share.people],
      others: share.others,
      how: share.how,
      recorded_by: share.by,
      recorded_at: share.at,
    })
    .execute();
}

export interface RoleHolder {
  readonly role: string;
  readonly personId: string;
  readonly name: string;
}

/** Who counts as each of these today, by responsibility or, for governors, by what they are. */
export async function holdersOf(
  db: Db,
  schoolId: string,
  roles: readonly string[],
  today: string,
): Promise<RoleHolder[]> {
  const { rows } = await sql<RoleHolder>`
    select distinct held.role, p.id as "personId",
           coalesce(nullif(p.preferred_name, ''), p.first_name) || ' ' || p.last_name as name
      from (select r.responsibility as role, r.person_id from responsibility r
             where r.school_id = ${schoolId} and r.starts_on <= ${today} and (r.ends_on is null or r.ends_on >= ${today})
            union all
            select asked.role, g.person_id
              from (select person_id from person_type t where t.school_id = ${schoolId} and t.type = 'governor'
                      and t.starts_on <= ${today} and (t.ends_on is null or t.ends_on >= ${today})
                    union all
                    select person_id from responsibility r
                     where r.school_id = ${schoolId} and r.responsibility = 'chair-of-governors'
                       and r.starts_on <= ${today} and (r.ends_on is null or r.ends_on >= ${today})) g
             cross join (values ('governor'), ('governing-body')) as asked (role)) held
      join person p on p.school_id = ${schoolId} and p.id = held.person_id
     where held.role = any(${roles}::text[]) and (p.ended_on is null or p.ended_on >= ${today})
     order by held.role, name, "personId"`.execute(db);
  return rows;
}
