// Statements about what was completed, asked for, taught and certified.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import type { Completion } from './standing.ts';
import type { Target, TargetKind } from './target.ts';

export interface CompletionRow {
  readonly id: string;
  readonly personId: string;
  readonly moduleId: string;
  readonly edition: number;
  readonly how: 'read' | 'quiz' | 'session' | 'certificate';
  readonly score: number | null;
  readonly completedOn: string;
  readonly statedEnd: string | null;
}

/** @param personId only theirs */
export function completionRows(db: Db, schoolId: string, personId?: string): Promise<CompletionRow[]> {
  let query = db
    .selectFrom('training_completion')
    .select([
      'id',
      'person_id as personId',
      'module_id as moduleId',
      'edition',
      'how',
      'score',
      'completed_on as completedOn',
      'stated_end as statedEnd',
    ])
    .$narrowType<{ how: CompletionRow['how'] }>()
    .where('school_id', '=', schoolId);
  if (personId !== undefined) query = query.where('person_id', '=', personId);
  return query.orderBy('completed_on', 'desc').orderBy('id').execute();
}

export interface NewCompletion extends CompletionRow {
  readonly sessionId?: string;
  readonly certificateId?: string;
}

export async function insertCompletions(
  db: Db,
  schoolId: string,
  completions: readonly NewCompletion[],
  by: string | null,
  now: string,
): Promise<void> {
  if (completions.length === 0) return;
  await db
    .insertInto('training_completion')
    .values(
      completions.map((one) => ({
        school_id: schoolId,
        id: one.id,
        person_id: one.personId,
        module_id: one.moduleId,
        edition: one.edition,
        how: one.how,
        score: one.score,
        completed_on: one.completedOn,
        stated_end: one.statedEnd,
        session_id: one.sessionId ?? null,
        certificate_id: one.certificateId ?? null,
        recorded_by: by,
        recorded_at: now,
      })),
    )
    .execute();
}

export interface AssignmentRow {
  readonly id: string;
  readonly moduleId: string;
  readonly target: Target;
  readonly dueOn: string;
  readonly givenBy: string | null;
  readonly givenAt: string;
}

/** Those that hold today. */
export async function assignmentRows(db: Db, schoolId: string): Promise<AssignmentRow[]> {
  const rows = await db
    .selectFrom('training_assignment')
    .select(['id', 'module_id', 'target_kind', 'target', 'due_on', 'given_by', 'given_at'])
    .where('school_id', '=', schoolId)
    .where('ended_at', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    moduleId: row.module_id,
    target: { kind: row.target_kind as TargetKind, of: row.target },
    dueOn: row.due_on,
    givenBy: row.given_by,
    givenAt: row.given_at,
  }));
}

/** Given out twice to one group, a module is asked for once, by the newer day. */
export async function putAssignment(
  db: Db,
  schoolId: string,
  assignment: Omit<AssignmentRow, 'givenAt'>,
  now: string,
): Promise<string> {
  const set = { due_on: assignment.dueOn, given_by: assignment.givenBy, given_at: now };
  const { id } = await db
    .insertInto('training_assignment')
    .values({
      school_id: schoolId,
      id: assignment.id,
      module_id: assignment.moduleId,
      target_kind: assignment.target.kind,
      target: assignment.target.of,
      ...set,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['school_id', 'module_id', 'target_kind', 'target'])
        .where('ended_at', 'is', null)
        .doUpdateSet(set),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** @returns whether there was one to end */
export async function endAssignmentRow(
  db: Db,
  schoolId: string,
  id: string,
  by: string | null,
  now: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('training_assignment')
    .set({ ended_at: now, ended_by: by })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export interface NewSession {
  readonly id: string;
  readonly title: string;
  readonly heldOn: string;
  readonly ledBy: string;
  readonly moduleIds: readonly string[];
  readonly notes: string;
  readonly sheet: string;
}

export async function insertSession(
  db: Db,
  schoolId: string,
  session: NewSession,
  attended: readonly string[],
  by: string | null,
  now: string,
): Promise<void> {
  await db
    .insertInto('training_session')
    .values({
      school_id: schoolId,
      id: session.id,
      title: session.title,
      held_on: session.heldOn,
      led_by: session.ledBy,
      module_ids: [...session.moduleIds],
      notes: session.notes,
      sheet: session.sheet,
      recorded_by: by,
      recorded_at: now,
    })
    .execute();
  await db
    .insertInto('training_attendance')
    .values(attended.map((personId) => ({ school_id: schoolId, session_id: session.id, person_id: personId })))
    .execute();
}

export interface SessionRow extends NewSession {
  readonly attended: readonly string[];
}

export async function sessionRows(db: Db, schoolId: string): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select s.id, s.title, s.held_on as "heldOn", s.led_by as "ledBy", s.module_ids as "moduleIds", s.notes, s.sheet,
           array(select a.person_id from training_attendance a where a.school_id = s.school_id and a.session_id = s.id) as attended
      from training_session s where s.school_id = ${schoolId}
     order by s.held_on desc, s.id limit 100`.execute(db);
  return rows;
}

export interface CertificateRow {
  readonly id: string;
  readonly personId: string;
  readonly title: string;
  readonly issuer: string;
  readonly reference: string;
  readonly issuedOn: string;
  readonly expiresOn: string | null;
  readonly moduleId: string | null;
}

export async function insertCertificate(
  db: Db,
  schoolId: string,
  certificate: CertificateRow,
  by: string | null,
  now: string,
): Promise<void> {
  await db
    .insertInto('training_certificate')
    .values({
      school_id: schoolId,
      id: certificate.id,
      person_id: certificate.personId,
      title: certificate.title,
      issuer: certificate.issuer,
      reference: certificate.reference,
      issued_on: certificate.issuedOn,
      expires_on: certificate.expiresOn,
      module_id: certificate.moduleId,
      recorded_by: by,
      recorded_at: now,
    })
    .execute();
}

export function certificateRows(db: Db, schoolId: string, personId?: string): Promise<CertificateRow[]> {
  let query = db
    .selectFrom('training_certificate')
    .select([
      'id',
      'person_id as personId',
      'title',
      'issuer',
      'reference',
      'issued_on as issuedOn',
      'expires_on as expiresOn',
      'module_id as moduleId',
    ])
    .where('school_id', '=', schoolId);
  if (personId !== undefined) query = query.where('person_id', '=', personId);
  return query.orderBy('issued_on', 'desc').orderBy('id').limit(500).execute();
}

export interface GateRow {
  readonly id: string;
  /** Null for a module that the school has not kept yet. */
  readonly title: string | null;
  readonly repeatMonths: number | null;
  readonly countsFrom: number | null;
  readonly done: readonly Completion[];
}

/** What somebody has completed of these modules, in one statement. @param ownToo also of those that the school put before writing */
export async function gateRows(
  db: Db,
  schoolId: string,
  personId: string,
  modules: readonly string[],
  ownToo: boolean,
): Promise<GateRow[]> {
  const { rows } = await sql<GateRow>`
    select wanted.id, e.title, m.repeat_months as "repeatMonths", m.counts_from as "countsFrom",
           coalesce((select json_agg(json_build_object('edition', c.edition, 'completedOn', c.completed_on, 'statedEnd', c.stated_end))
                       from training_completion c
                      where c.school_id = ${schoolId} and c.person_id = ${personId} and c.module_id = wanted.id), '[]') as done
      from (select unnest(${[...modules]}::text[]) as id
             union select id from training_module
                    where school_id = ${schoolId} and needed_to_run and retired_at is null and ${ownToo}) wanted
      left join training_module m on m.school_id = ${schoolId} and m.id = wanted.id
      left join training_edition e on e.school_id = ${schoolId} and e.module_id = wanted.id and e.n = m.edition
     order by wanted.id`.execute(db);
  return rows;
}
