// Statements about guidance: what there is, when it went out, who was given it and who has read it.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import type { Target, TargetKind } from './target.ts';
import type { Every } from './term.ts';

export interface GuidanceRow {
  readonly id: string;
  readonly kind: 'advice' | 'update' | 'reminder';
  readonly title: string;
  readonly words: string;
  readonly target: Target;
  readonly every: Every;
  readonly automatic: boolean;
  readonly startsOn: string;
  readonly retired: boolean;
}

export async function guidanceRows(db: Db, schoolId: string): Promise<GuidanceRow[]> {
  const rows = await db
    .selectFrom('training_guidance')
    .selectAll()
    .where('school_id', '=', schoolId)
    .orderBy('written_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as GuidanceRow['kind'],
    title: row.title,
    words: row.words,
    target: { kind: row.target_kind as TargetKind, of: row.target },
    every: row.every as Every,
    automatic: row.automatic,
    startsOn: row.starts_on,
    retired: row.retired_at !== null,
  }));
}

export async function putGuidance(
  db: Db,
  schoolId: string,
  guidance: Omit<GuidanceRow, 'retired'>,
  by: string | null,
  now: string,
): Promise<void> {
  const set = {
    kind: guidance.kind,
    title: guidance.title,
    words: guidance.words,
    target_kind: guidance.target.kind,
    target: guidance.target.of,
    every: guidance.every,
    automatic: guidance.automatic,
    written_by: by,
    written_at: now,
  };
  await db
    .insertInto('training_guidance')
    .values({ school_id: schoolId, id: guidance.id, starts_on: guidance.startsOn, ...set })
    .onConflict((conflict) => conflict.columns(['school_id', 'id']).doUpdateSet({ ...set, retired_at: null }))
    .execute();
}

export const retireGuidanceRow = (db: Db, schoolId: string, id: string, at: string) =>
  db
    .updateTable('training_guidance')
    .set({ retired_at: at })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .execute();

export interface IssueRow {
  readonly id: string;
  readonly guidanceId: string;
  readonly issuedOn: string;
  readonly issuedAt: string;
  readonly given: number;
  readonly read: number;
}

/** When each went out last, to how many, and how many have read it. */
export async function lastIssues(db: Db, schoolId: string): Promise<IssueRow[]> {
  const { rows } = await sql<IssueRow>`
    select i.id, i.guidance_id as "guidanceId", i.issued_on as "issuedOn", i.issued_at as "issuedAt",
           (select count(*)::int from training_delivery d where d.school_id = i.school_id and d.issue_id = i.id) as given,
           (select count(*)::int from training_delivery d where d.school_id = i.school_id and d.issue_id = i.id and d.read_at is not null) as read
      from (select distinct on (guidance_id) * from training_issue where school_id = ${schoolId}
             order by guidance_id, issued_at desc) i`.execute(db);
  return rows;
}

export async function insertIssue(
  db: Db,
  schoolId: string,
  issue: { readonly id: string; readonly guidance: Pick<GuidanceRow, 'id' | 'title' | 'words'>; readonly on: string },
  people: readonly string[],
  by: string | null,
  now: string,
): Promise<void> {
  await db
    .insertInto('training_issue')
    .values({
      school_id: schoolId,
      id: issue.id,
      guidance_id: issue.guidance.id,
      title: issue.guidance.title,
      words: issue.guidance.words,
      issued_by: by,
      issued_at: now,
      issued_on: issue.on,
    })
    .execute();
  if (people.length === 0) return;
  await db
    .insertInto('training_delivery')
    .values(
      people.map((personId) => ({ school_id: schoolId, issue_id: issue.id, person_id: personId, delivered_at: now })),
    )
    .execute();
}

export interface DeliveryRow {
  readonly issueId: string;
  readonly guidanceId: string;
  readonly personId: string;
  readonly kind: GuidanceRow['kind'];
  readonly title: string;
  readonly words: string;
  readonly deliveredAt: string;
  readonly readAt: string | null;
}

/** @param which of one person, or of one issue */
export function deliveryRows(
  db: Db,
  schoolId: string,
  which: { readonly personId?: string; readonly issueId?: string },
): Promise<DeliveryRow[]> {
  let query = db
    .selectFrom('training_delivery as d')
    .innerJoin('training_issue as i', (join) =>
      join.onRef('i.school_id', '=', 'd.school_id').onRef('i.id', '=', 'd.issue_id'),
    )
    .innerJoin('training_guidance as g', (join) =>
      join.onRef('g.school_id', '=', 'i.school_id').onRef('g.id', '=', 'i.guidance_id'),
    )
    .select([
      'd.issue_id as issueId',
      'i.guidance_id as guidanceId',
      'd.person_id as personId',
      'g.kind',
      'i.title',
      'i.words',
      'd.delivered_at as deliveredAt',
      'd.read_at as readAt',
    ])
    .$narrowType<{ kind: GuidanceRow['kind'] }>()
    .where('d.school_id', '=', schoolId);
  if (which.personId !== undefined) query = query.where('d.person_id', '=', which.personId);
  if (which.issueId !== undefined) query = query.where('d.issue_id', '=', which.issueId);
  return query.orderBy('d.delivered_at', 'desc').orderBy('d.issue_id').limit(2000).execute();
}

/** @returns whether it was given to them; reading twice changes nothing */
export async function setRead(
  db: Db,
  schoolId: string,
  issueId: string,
  personId: string,
  now: string,
): Promise<boolean> {
  const { rows } = await sql`
    update training_delivery set read_at = coalesce(read_at, ${now})
     where school_id = ${schoolId} and issue_id = ${issueId} and person_id = ${personId} returning 1`.execute(db);
  return rows.length > 0;
}
