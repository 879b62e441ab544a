// A decision as a pure machine: votes in, state out. One refusal or sending-back ends it; approvals add up.

export type DecisionState =
  | 'open'
  | 'approved'
  | 'sent-back'
  | 'refused'
  | 'expired' // nobody decided in time
  | 'withdrawn' // whoever asked no longer asks
  | 'reopened'; // taken away again, by an edit, by the approver or at the last minute
export type Answer = 'approve' | 'send-back' | 'refuse' | 'take-back';

export interface Vote {
  readonly personId: string;
  readonly answer: Answer;
}

export interface Tally {
  readonly state: DecisionState;
  /** How many approvals are still wanted. */
  readonly wanting: number;
}

/** @param needs how many different people must approve */
export function tally(needs: number, votes: readonly Vote[]): Tally {
  const agreed = new Set<string>();
  for (const vote of votes) {
    if (vote.answer === 'refuse') return { state: 'refused', wanting: 0 };
    if (vote.answer === 'send-back') return { state: 'sent-back', wanting: 0 };
    if (vote.answer === 'approve') agreed.add(vote.personId);
    if (vote.answer === 'take-back') agreed.delete(vote.personId);
  }
  const wanting = Math.max(0, needs - agreed.size);
  return { state: wanting === 0 ? 'approved' : 'open', wanting };
}
