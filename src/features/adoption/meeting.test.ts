// Quorum, majority, and whose votes carry it.
import { describe, expect, it } from 'vitest';
import { carriedByAuthors, leastQuorum, outcomeOf } from './meeting.ts';

const meeting = { present: ['ruth', 'tom', 'amira'], quorum: 2, votesFor: 2, votesAgainst: 0, abstained: 1 };

describe('a meeting', () => {
  it('decides with its quorum and a majority', () => {
    expect(outcomeOf(meeting)).toBe('adopted');
    expect(outcomeOf({ ...meeting, quorum: 4 })).toBe('not-quorate');
    expect(outcomeOf({ ...meeting, votesAgainst: 2, abstained: 0 })).toBe('against');
  });
  it('has a quorum of half the governing body, and of three in a committee or on the board of a trust', () => {
    expect([leastQuorum('governing-body', 9), leastQuorum('governing-body', 10)]).toEqual([5, 5]);
    expect([leastQuorum('committee', 2), leastQuorum('trust-board', 20)]).toEqual([3, 3]);
  });
});

describe('votes for what some of the members wrote', () => {
  it('are enough where one of them must be of somebody else', () => {
    expect(carriedByAuthors(meeting, [])).toBe(false);
    expect(carriedByAuthors(meeting, ['priya'])).toBe(false);
    expect(carriedByAuthors(meeting, ['ruth'])).toBe(false);
  });
  it('are not enough where all of them could be the authors’ own', () => {
    expect(carriedByAuthors({ ...meeting, votesFor: 1, abstained: 2 }, ['ruth'])).toBe(true);
    expect(carriedByAuthors(meeting, ['ruth', 'tom'])).toBe(true);
  });
  it('are not enough where the other one could be a casting vote', () => {
    const cast = { ...meeting, votesFor: 2, votesAgainst: 1, abstained: 1 };
    expect(carriedByAuthors(cast, ['ruth'])).toBe(true);
    expect(carriedByAuthors({ ...cast, votesFor: 3, abstained: 0 }, ['ruth'])).toBe(false);
  });
});
