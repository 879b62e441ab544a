// Can a meeting have been as it is told? On its day, by such a body, with these members, its quorum and votes. Pure.
import { dayInWords } from '#kernel/day-in-words.ts';
import { fail } from '#kernel/errors.ts';
import { leastQuorum, votesCast, type BodyKind, type Meeting } from './meeting.ts';
import type { Member } from './slots.ts';

interface ToldMeeting extends Meeting {
  readonly body: BodyKind;
  readonly heldOn: string;
}

export interface MeetingGround {
  readonly today: string;
  /** Local date on which it was sent to be approved. */
  readonly sentOn: string;
  readonly bodies: readonly BodyKind[];
  /** Governors on the day of the meeting. */
  readonly members: readonly Member[];
}

/** @throws at the field that cannot be */
export function mustBePossible(meeting: ToldMeeting, { today, sentOn, bodies, members }: MeetingGround): void {
  mustBeDay(meeting.heldOn, sentOn, today);
  if (votesCast(meeting) > meeting.present.length + 1) {
    const message = 'There are more votes than members present, even with a casting vote of the chair.';
    throw fail.invalid({ code: 'votes-do-not-add-up', message, fields: [{ field: 'votesFor', message }] });
  }
  if (!bodies.includes(meeting.body)) {
    const message = 'This school belongs to no trust, so no board of a trust decides on its policy.';
    throw fail.invalid({ code: 'no-trust', message, fields: [{ field: 'body', message }] });
  }
  mustBeMembers(meeting.present, members);
  mustBeQuorum(meeting, members.length);
}

function mustBeDay(heldOn: string, sentOn: string, today: string): void {
  const message =
    heldOn > today
      ? 'A meeting that is still to come has decided nothing.'
      : heldOn < sentOn
        ? `It was sent to be approved on ${dayInWords(sentOn)}; an earlier meeting cannot have decided on it.`
        : null;
  if (message) throw fail.invalid({ code: 'meeting-day', message, fields: [{ field: 'heldOn', message }] });
}

/** A committee is made of governors; trustees who decide on a school’s policy are in its directory as governors too. */
function mustBeMembers(present: readonly string[], members: readonly Member[]): void {
  const known = new Set(members.map(({ personId }) => personId));
  const message =
    new Set(present).size < present.length
      ? 'Choose each member who was present once.'
      : present.some((id) => !known.has(id))
        ? 'Somebody chosen here was no governor on that day.'
        : null;
  if (message) throw fail.invalid({ code: 'not-a-member', message, fields: [{ field: 'present', message }] });
}

/** Nobody lowers a quorum to whoever happened to come. */
function mustBeQuorum({ body, quorum }: ToldMeeting, members: number): void {
  const least = leastQuorum(body, members);
  if (quorum >= least) return;
  const message =
    body === 'governing-body'
      ? `The governing body has ${members} members in the directory, so at least ${least} make its quorum.`
      : `${body === 'committee' ? 'A committee of governors' : 'The board of a trust'} decides with at least ${least} members present.`;
  throw fail.invalid({ code: 'quorum-too-low', message, fields: [{ field: 'quorum', message }] });
}
