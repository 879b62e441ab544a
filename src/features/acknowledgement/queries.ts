// Statements about whom the policy asks, how far they have read, and what they have said.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import type { NameRow } from '#features/people/index.ts';

export interface AskedRow extends NameRow {
  readonly id: string;
  readonly email: string;
  readonly job_title: string;
  readonly signs_in: boolean;
  readonly line_manager_id: string | null;
  readonly year_group: string | null;
  readonly class_name: string | null;
  /** Groups of this person that are asked, and the day on which the first of them began. */
  readonly groups: string[];
  readonly joined: string;
}

/**
 * Everybody of these groups today, from what the directory and the register of accounts say today, in the order of names.
 * @param wanted `roles` are the responsibilities that make somebody a named responsible person; `personId` null = everybody
 */
export async function askedRows(
  db: Db,
  schoolId: string,
  wanted: {
    readonly groups: readonly string[];
    readonly roles: readonly string[];
    readonly today: string;
    readonly personId: string | null;
  },
): Promise<AskedRow[]> {
  const { groups, roles, today, personId } = wanted;
  const { rows } = await sql<AskedRow>`
    with held as (
      select person_id, type as kind, starts_on from person_type
       where school_id = ${schoolId} and starts_on <= ${today} and (ends_on is null or ends_on >= ${today})
      union all
      select person_id, 'runner', (granted_at at time zone 'Europe/London')::date from authority
       where school_id = ${schoolId} and ended_at is null
      union all
      select person_id, case when responsibility in ('account-runner', 'author') then 'runner' else 'responsible' end, starts_on
        from responsibility
       where school_id = ${schoolId} and starts_on <= ${today} and (ends_on is null or ends_on >= ${today})
         and (responsibility in ('account-runner', 'author') or responsibility = any(${[...roles]}::text[]))
    ), asked as (
      select person_id, array_agg(distinct kind) as groups, min(starts_on) as joined from held
       where kind = any(${[...groups]}::text[]) and (${personId}::uuid is null or person_id = ${personId}::uuid)
       group by person_id
    )
    select p.id, p.first_name, p.last_name, p.preferred_name, p.email, p.job_title, p.login_id is not null as signs_in,
           p.line_manager_id, e.year_group, e.class_name, asked.groups, asked.joined
      from asked
      join person p on p.school_id = ${schoolId} and p.id = asked.person_id and (p.ended_on is null or p.ended_on >= ${today})
      left join enrolment e on e.school_id = ${schoolId} and e.person_id = p.id and (e.ends_on is null or e.ends_on >= ${today})
     order by p.last_name, p.first_name, p.id`.execute(db);
  return rows;
}

export const actRows = (db: Db, schoolId: string, versionIds: readonly string[], personId: string | null) =>
  db
    .selectFrom('acknowledgement')
    .select([
      'person_id',
      'version_id',
      'outcome',
      'kind',
      'reason',
      'done_on',
      'at',
      'recorded_by',
      'paper_id',
      'signature_id',
    ])
    .where('school_id', '=', schoolId)
    .where(sql<boolean>`version_id = any(${[...versionIds]}::uuid[])`)
    .$if(personId !== null, (query) => query.where('person_id', '=', personId))
    .orderBy('at')
    .execute();

/**
 * Has somebody confirmed the version in force, or one before it that it only corrects? The same as `basisOn`,
 * `askedSince` and `standingOf` say, in one statement: it is asked each time that somebody writes for an account.
 * @param schoolYear the day on which the present one began, where the policy asks again each school year; else null
 */
export async function hasConfirmed(
  db: Db,
  schoolId: string,
  personId: string,
  { today, schoolYear }: { readonly today: string; readonly schoolYear: string | null },
): Promise<boolean> {
  const { rows } = await sql<{ confirmed: boolean }>`
    with living as (
      select v.id, v.effective_on, v.n, v.material from policy_version v
       where v.school_id = ${schoolId} and v.effective_on <= ${today}
         and not exists (select from policy_withdrawal w where w.school_id = v.school_id and w.version_id = v.id)
    ), since as (
      (select effective_on, n from living where material order by effective_on desc, n desc limit 1)
      union all
      (select effective_on, n from living where not exists (select from living where material)
        order by effective_on, n limit 1)
    )
    select exists (
      select from acknowledgement a join living l on l.id = a.version_id cross join since s
       where a.school_id = ${schoolId} and a.person_id = ${personId} and a.outcome = 'confirmed'
         and (l.effective_on, l.n) >= (s.effective_on, s.n)
         and (${schoolYear}::date is null or s.effective_on >= ${schoolYear}::date or a.done_on >= ${schoolYear}::date)
    ) as confirmed`.execute(db);
  return rows[0]?.confirmed ?? false;
}

export interface ElsewhereRow {
  readonly person_id: string;
  readonly document_sha256: string;
  readonly kind: string;
  readonly done_on: string;
  readonly school_name: string;
}

/** What the same people confirmed of the very same text in another school of the trust. */
export async function elsewhereRows(db: Db, documents: readonly string[]): Promise<ElsewhereRow[]> {
  const { rows } = await sql<ElsewhereRow>`
    select person_id, document_sha256, kind, done_on, school_name from app.acknowledged_elsewhere(${[...documents]}::text[])
     order by done_on, school_name`.execute(db);
  return rows;
}

export interface NewAct {
  readonly id: string;
  readonly personId: string;
  readonly versionId: string;
  readonly documentSha256: string;
  readonly textSha256: string;
  readonly outcome: 'confirmed' | 'refused';
  readonly kind: string;
  readonly reason: string;
  readonly doneOn: string;
  readonly signatureId: string | null;
  readonly recordedBy: string | null;
  readonly paperId: string | null;
}

export async function insertActs(db: Db, schoolId: string, acts: readonly NewAct[], now: string): Promise<void> {
  if (acts.length === 0) return;
  await db
    .insertInto('acknowledgement')
    .values(
      acts.map((act) => ({
        school_id: schoolId,
        id: act.id,
        person_id: act.personId,
        version_id: act.versionId,
        document_sha256: act.documentSha256,
        text_sha256: act.textSha256,
        outcome: act.outcome,
        kind: act.kind,
        reason: act.reason,
        done_on: act.doneOn,
        at: now,
        signature_id: act.signatureId,
        recorded_by: act.recordedBy,
        paper_id: act.paperId,
      })),
    )
    .execute();
}

/** Everything that somebody has said of any version, the newest first. */
export const ownActRows = (db: Db, schoolId: string, personId: string) =>
  db
    .selectFrom('acknowledgement as a')
    .innerJoin('policy_version as v', (join) =>
      join.onRef('v.id', '=', 'a.version_id').on('v.school_id', '=', schoolId),
    )
    .innerJoin('signed_text as t', (join) =>
      join.onRef('t.sha256', '=', 'a.text_sha256').on('t.school_id', '=', schoolId),
    )
    .leftJoin('signature as g', (join) => join.onRef('g.id', '=', 'a.signature_id').on('g.school_id', '=', schoolId))
    .leftJoin('person as r', (join) => join.onRef('r.id', '=', 'a.recorded_by').on('r.school_id', '=', schoolId))
    .select(['a.id', 'a.outcome', 'a.kind', 'a.reason', 'a.done_on', 'a.at', 'a.signature_id', 'a.paper_id', 'v.n'])
    .select(['t.text', 'g.digest', 'r.first_name', 'r.last_name', 'r.preferred_name'])
    .where('a.school_id', '=', schoolId)
    .where('a.person_id', '=', personId)
    .orderBy('a.at', 'desc')
    .execute();

export const readingRow = (db: Db, schoolId: string, personId: string, documentSha256: string) =>
  db
    .selectFrom('acknowledgement_reading')
    .select(['turned', 'began_at', 'ended_at'])
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .where('document_sha256', '=', documentSha256)
    .executeTakeFirst();

export async function putReading(
  db: Db,
  schoolId: string,
  reading: {
    readonly personId: string;
    readonly documentSha256: string;
    readonly parts: number;
    readonly turned: number;
    readonly beganAt: string;
    readonly endedAt: string | null;
  },
): Promise<void> {
  const { parts, turned, beganAt, endedAt } = reading;
  const set = { parts, turned, began_at: beganAt, ended_at: endedAt };
  await db
    .insertInto('acknowledgement_reading')
    .values({
      school_id: schoolId,
      person_id: reading.personId,
      document_sha256: reading.documentSha256,
      ...set,
    })
    .onConflict((conflict) => conflict.columns(['school_id', 'person_id', 'document_sha256']).doUpdateSet(set))
    .execute();
}

export async function insertAnswers(
  db: Db,
  schoolId: string,
  answers: { id: string; personId: string; documentSha256: string; asked: number; right: number },
  now: string,
): Promise<void> {
  await db
    .insertInto('acknowledgement_answer')
    .values({
      school_id: schoolId,
      id: answers.id,
      person_id: answers.personId,
      document_sha256: answers.documentSha256,
      asked: answers.asked,
      right_answers: answers.right,
      at: now,
    })
    .execute();
}

/** @param since where it is asked each school year: the day on which this one began */
export async function hasAnswered(
  db: Db,
  schoolId: string,
  personId: string,
  documentSha256: string,
  since: string | null,
): Promise<boolean> {
  const row = await db
    .selectFrom('acknowledgement_answer')
    .select('id')
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .where('document_sha256', '=', documentSha256)
    .whereRef('right_answers', '=', 'asked')
    .$if(since !== null, (query) =>
      query.where(sql<boolean>`(at at time zone 'Europe/London')::date >= ${since}::date`),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function leadsAnybody(db: Db, schoolId: string, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('school_id', '=', schoolId)
    .where('line_manager_id', '=', personId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
