// One vote: the only way into a decision, for every kind of thing that is decided.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { tally, type Answer, type DecisionState } from './decision.ts';
import { insertVote, lockOpenDecision, setDecisionState, voteRows } from './queries.ts';

export interface Ballot {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly answer: Exclude<Answer, 'take-back'>;
  readonly note: string;
  /** Checklist and statements made while deciding. */
  readonly answers: object;
  /** What the person saw: must be what is being decided. */
  readonly hash: string;
  /** Who may decide now, looked up afresh. */
  readonly mayDecide: (personId: string) => boolean;
  /** "Only … can decide this." */
  readonly deciders: string;
  readonly clauses: readonly string[];
}

export interface VoteOutcome {
  readonly decisionId: string;
  readonly state: DecisionState;
  readonly wanting: number;
  readonly askedBy: string;
}

/** @throws what may keep a vote from counting: decided meanwhile, changed meanwhile, not this person’s to decide */
export async function castVote(context: Context, ballot: Ballot): Promise<VoteOutcome> {
  const { db, scopeId, personId, now } = context;
  const decision = await lockOpenDecision(db, scopeId, ballot.subjectKind, ballot.subjectId);
  if (!decision) {
    throw fail.conflict({
      code: 'already-decided',
      message: 'This has been decided, changed or withdrawn meanwhile.',
      remedy: 'Look at it again: it shows what happened.',
    });
  }
  if (decision.hash !== ballot.hash) {
    throw fail.conflict({
      code: 'changed-meanwhile',
      message: 'It was changed after you opened it, so what you read is not what would go out.',
      remedy: 'Read it again; what changed is marked.',
    });
  }
  if (!ballot.mayDecide(personId)) {
    throw fail.refused({
      code: 'not-the-decider',
      message: `You cannot decide this. ${ballot.deciders}`,
      remedy: 'Leave it to them, or tell them that it is waiting.',
      clauses: ballot.clauses,
    });
  }
  const id = context.newId();
  const {
    subjectKind: _kind,
    subjectId: _subject,
    mayDecide: _may,
    deciders: _deciders,
    clauses: _clauses,
    ...vote
  } = ballot;
  await insertVote(db, { ...vote, id, schoolId: scopeId, decisionId: decision.id, personId, at: now });
  const votes = await voteRows(db, scopeId, [decision.id]);
  const { state, wanting } = tally(
    decision.needs,
    votes.map((row) => ({ personId: row.person_id, answer: row.answer as Answer })),
  );
  if (state !== 'open') await setDecisionState(db, scopeId, decision.id, state, now);
  return { decisionId: decision.id, state, wanting, askedBy: decision.asked_by };
}
