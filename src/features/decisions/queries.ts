// Every statement of the decisions feature.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import type { Approver } from './approvers.ts';
import type { Answer, DecisionState } from './decision.ts';

export interface NewDecision {
  readonly id: string;
  readonly schoolId: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly hash: string;
  readonly needs: number;
  readonly policyVersionId: string | null;
  readonly clauses: readonly string[];
  readonly askedBy: string;
  readonly openedAt: string;
  readonly closesAt: string | null;
  readonly approvers: readonly Approver[];
}

/** Open, and put to these approvers. */
export async function insertDecision(db: Db, decision: NewDecision): Promise<void> {
  await db
    .insertInto('decision')
    .values({
      school_id: decision.schoolId,
      id: decision.id,
      subject_kind: decision.subjectKind,
      subject_id: decision.subjectId,
      hash: decision.hash,
      rule: decision.needs > 1 ? 'all' : 'any',
      needs: decision.needs,
      state: 'open',
      policy_version_id: decision.policyVersionId,
      clauses: [...decision.clauses],
      asked_by: decision.askedBy,
      opened_at: decision.openedAt,
      closes_at: decision.closesAt,
    })
    .execute();
  await insertApprovers(db, decision.schoolId, decision.id, decision.approvers);
}

async function insertApprovers(
  db: Db,
  schoolId: string,
  decisionId: string,
  approvers: readonly Approver[],
): Promise<void> {
  if (approvers.length === 0) return;
  await db
    .insertInto('decision_approver')
    .values(
      approvers.map((approver, position) => ({
        school_id: schoolId,
        decision_id: decisionId,
        person_id: approver.personId,
        position,
        because: approver.because,
        standing_in_for: approver.standingInFor,
      })),
    )
    .execute();
}

/** Absences, deputies and roles change while it is open. */
export async function replaceApprovers(
  db: Db,
  schoolId: string,
  decisionId: string,
  approvers: readonly Approver[],
): Promise<void> {
  await db
    .deleteFrom('decision_approver')
    .where('school_id', '=', schoolId)
    .where('decision_id', '=', decisionId)
    .execute();
  await insertApprovers(db, schoolId, decisionId, approvers);
}

/** The decision on a thing that stands, open or made, of which there is one at most; else the newest of those that are over. */
export const latestDecision = (db: Db, schoolId: string, subjectKind: string, subjectId: string) =>
  db
    .selectFrom('decision')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('subject_kind', '=', subjectKind)
    .where('subject_id', '=', subjectId)
    .orderBy(sql`state in ('open', 'approved')`, 'desc')
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Every decision ever asked for on a thing, the oldest first. */
export const decisionsOn = (db: Db, schoolId: string, subjectKind: string, subjectId: string) =>
  db
    .selectFrom('decision')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('subject_kind', '=', subjectKind)
    .where('subject_id', '=', subjectId)
    .orderBy('opened_at')
    .orderBy('id')
    .execute();

/** The open decision on a thing, locked: whoever comes second waits and then finds it closed. */
export const lockOpenDecision = (db: Db, schoolId: string, subjectKind: string, subjectId: string) =>
  db
    .selectFrom('decision')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('subject_kind', '=', subjectKind)
    .where('subject_id', '=', subjectId)
    .where('state', '=', 'open')
    .forUpdate()
    .executeTakeFirst();

export const approverRows = (db: Db, schoolId: string, decisionIds: readonly string[]) =>
  db
    .selectFrom('decision_approver')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where(sql<boolean>`decision_id = any(${decisionIds}::uuid[])`)
    .orderBy('decision_id')
    .orderBy('position')
    .execute();

/** Each vote on these decisions, in the order in which they were cast. */
export const voteRows = (db: Db, schoolId: string, decisionIds: readonly string[]) =>
  db
    .selectFrom('vote')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where(sql<boolean>`decision_id = any(${decisionIds}::uuid[])`)
    .orderBy('at')
    .orderBy('id')
    .execute();

/** Every vote ever cast on a subject, in all its rounds. */
export const votesOn = (db: Db, schoolId: string, subjectKind: string, subjectId: string) =>
  db
    .selectFrom('vote as v')
    .innerJoin('decision as d', (join) =>
      join.onRef('d.school_id', '=', 'v.school_id').onRef('d.id', '=', 'v.decision_id'),
    )
    .select(['v.person_id', 'v.answer', 'v.note', 'v.at', 'v.decision_id'])
    .where('v.school_id', '=', schoolId)
    .where('d.subject_kind', '=', subjectKind)
    .where('d.subject_id', '=', subjectId)
    .orderBy('v.at')
    .orderBy('v.id')
    .execute();

export interface NewVote {
  readonly id: string;
  readonly schoolId: string;
  readonly decisionId: string;
  readonly personId: string;
  readonly answer: Answer;
  readonly note: string;
  readonly answers: object;
  readonly hash: string;
  readonly at: string;
}

export async function insertVote(db: Db, vote: NewVote): Promise<void> {
  await db
    .insertInto('vote')
    .values({
      school_id: vote.schoolId,
      id: vote.id,
      decision_id: vote.decisionId,
      person_id: vote.personId,
      answer: vote.answer,
      note: vote.note,
      answers: JSON.stringify(vote.answers),
      hash: vote.hash,
      at: vote.at,
    })
    .execute();
}

export const setDecisionState = (db: Db, schoolId: string, id: string, state: DecisionState, at: string) =>
  db
    .updateTable('decision')
    .set({ state, closed_at: state === 'open' ? null : at })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .execute();

export const openDecisionRows = (db: Db, schoolId: string, subjectKind: string) =>
  db
    .selectFrom('decision')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('subject_kind', '=', subjectKind)
    .where('state', '=', 'open')
    .orderBy('opened_at')
    .execute();

/** Open decisions that a person may make and has not yet made. */
export const decisionsWaitingFor = (db: Db, schoolId: string, personId: string) =>
  db
    .selectFrom('decision_approver as a')
    .innerJoin('decision as d', (join) =>
      join.onRef('d.school_id', '=', 'a.school_id').onRef('d.id', '=', 'a.decision_id'),
    )
    .selectAll('d')
    .where('a.school_id', '=', schoolId)
    .where('a.person_id', '=', personId)
    .where('d.state', '=', 'open')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('vote as v')
            .select('v.id')
            .whereRef('v.school_id', '=', 'd.school_id')
            .whereRef('v.decision_id', '=', 'd.id')
            .where('v.person_id', '=', personId),
        ),
      ),
    )
    .orderBy('d.closes_at', (order) => order.asc().nullsLast())
    .orderBy('d.opened_at')
    .execute();
