// What a meeting came to: enough members present, and more votes for than against. Pure.

export interface Meeting {
  readonly present: readonly string[];
  readonly quorum: number;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly abstained: number;
}

export type MeetingOutcome = 'adopted' | 'against' | 'not-quorate';

/** A meeting without its quorum decides nothing; an equal vote is no majority. */
export function outcomeOf({ present, quorum, votesFor, votesAgainst }: Meeting): MeetingOutcome {
  if (present.length < quorum) return 'not-quorate';
  return votesFor > votesAgainst ? 'adopted' : 'against';
}

export const votesCast = ({ votesFor, votesAgainst, abstained }: Meeting): number =>
  votesFor + votesAgainst + abstained;

export const bodyKinds = ['governing-body', 'committee', 'trust-board'] as const;
export type BodyKind = (typeof bodyKinds)[number];
