// What a meeting came to: enough members present, and more votes for than against. Pure.

export const bodyKinds = ['governing-body', 'committee', 'trust-board'] as const;
export type BodyKind = (typeof bodyKinds)[number];

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

/** What law and model articles ask at least of a committee of governors, and of the trustees of an academy trust. */
const LEAST_PRESENT = 3;

/**
 * The least quorum that a body can have; it may have set itself a higher one.
 * @param members of the whole governing body
 */
export const leastQuorum = (body: BodyKind, members: number): number =>
  body === 'governing-body' ? Math.ceil(members / 2) : LEAST_PRESENT;

/** Could every vote for it be of somebody who wrote it? A casting vote may have been theirs too. */
export function carriedByAuthors(meeting: Meeting, authors: readonly string[]): boolean {
  const writing = meeting.present.filter((id) => authors.includes(id)).length;
  const casting = votesCast(meeting) > meeting.present.length ? 1 : 0;
  return writing > 0 && meeting.votesFor <= writing + casting;
}
