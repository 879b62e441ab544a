// What the adoption feature writes. What a meeting decided is added and never changed.
import type { Db } from '#kernel/context.ts';
import type { BodyKind, Meeting, MeetingOutcome } from './meeting.ts';
import type { PlannedStep } from './plan.ts';
import type { AdoptionRow } from './queries.ts';

export interface NewAdoption {
  readonly schoolId: string;
  readonly id: string;
  readonly draftId: string;
  readonly title: string;
  readonly sha256: string;
  readonly reason: string;
  readonly material: boolean;
  readonly materialReason: string;
  readonly roles: readonly string[];
  readonly clauses: readonly string[];
  readonly sentBy: string;
  readonly sentAt: string;
  readonly steps: readonly PlannedStep[];
}

export async function insertAdoption(db: Db, adoption: NewAdoption): Promise<void> {
  const { schoolId, id } = adoption;
  await db
    .insertInto('adoption')
    .values({
      school_id: schoolId,
      id,
      draft_id: adoption.draftId,
      title: adoption.title,
      sha256: adoption.sha256,
      state: 'open',
      reason: adoption.reason,
      material: adoption.material,
      material_reason: adoption.materialReason,
      roles: [...adoption.roles],
      clauses: [...adoption.clauses],
      sent_by: adoption.sentBy,
      sent_at: adoption.sentAt,
    })
    .execute();
  await db
    .insertInto('adoption_step')
    .values(
      adoption.steps.map(({ role, kind }, position) => ({
        school_id: schoolId,
        adoption_id: id,
        position,
        role,
        kind,
      })),
    )
    .execute();
}

export const setStepDecision = (
  db: Db,
  schoolId: string,
  step: { readonly adoption_id: string; readonly position: number },
  decisionId: string,
) =>
  db
    .updateTable('adoption_step')
    .set({ decision_id: decisionId })
    .where('school_id', '=', schoolId)
    .where('adoption_id', '=', step.adoption_id)
    .where('position', '=', step.position)
    .execute();

export interface Closing {
  readonly state: 'sent-back' | 'refused' | 'withdrawn' | 'adopted';
  readonly by: string | null;
  readonly at: string;
  readonly because: string;
  readonly versionId?: string;
}

export const closeAdoption = (db: Db, { school_id: schoolId, id }: AdoptionRow, closing: Closing) =>
  db
    .updateTable('adoption')
    .set({
      state: closing.state,
      closed_by: closing.by,
      closed_at: closing.at,
      closed_because: closing.because,
      ...(closing.versionId === undefined ? {} : { version_id: closing.versionId }),
    })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .execute();

export interface NewMeeting extends Meeting {
  readonly schoolId: string;
  readonly id: string;
  readonly adoptionId: string;
  readonly position: number;
  readonly body: BodyKind;
  readonly name: string;
  readonly heldOn: string;
  readonly minute: string;
  readonly outcome: MeetingOutcome;
  readonly recordedBy: string;
  readonly recordedAt: string;
}

export const insertMeeting = (db: Db, meeting: NewMeeting) =>
  db
    .insertInto('adoption_meeting')
    .values({
      school_id: meeting.schoolId,
      id: meeting.id,
      adoption_id: meeting.adoptionId,
      position: meeting.position,
      body: meeting.body,
      name: meeting.name,
      held_on: meeting.heldOn,
      present: [...meeting.present],
      quorum: meeting.quorum,
      votes_for: meeting.votesFor,
      votes_against: meeting.votesAgainst,
      abstained: meeting.abstained,
      minute: meeting.minute,
      outcome: meeting.outcome,
      recorded_by: meeting.recordedBy,
      recorded_at: meeting.recordedAt,
    })
    .execute();
