// What is checked, and what the school knows that bears on it.
import { fail } from '#kernel/errors.ts';
import type { PlacedPerson } from '#features/people/names/index.ts';

export interface DraftMedia {
  readonly kind: 'image' | 'video' | 'file';
  readonly alt?: string;
  readonly fileName?: string;
  /** Whether children can be seen and their families' agreement is settled; left out where nobody has said. */
  readonly children?: 'none' | 'settled' | 'unsettled';
  /** Whose work it is, where that is recorded. */
  readonly rights?: 'own' | 'permitted' | 'unknown';
}

export interface Draft {
  readonly text: string;
  readonly platform?: string;
  readonly account?: string;
  /** The kind of post; null where the author was asked and has not said; left out where nobody asks. */
  readonly category?: string | null;
  /** How the post is signed; null where it is not; left out where Gatepost signs it later. */
  readonly signOff?: string | null;
  readonly media?: readonly DraftMedia[];
}

export interface MatchedPerson extends PlacedPerson {
  readonly id: string;
  /** The stored key by which this person was found. */
  readonly key: string;
}

export interface Facts {
  /** People found by the draft's keys; three for each key are enough. */
  readonly people: readonly MatchedPerson[];
  /** The school's own published addresses, numbers and sites; left out where they are not known. */
  readonly ownContacts?: readonly string[];
  readonly confidentialTerms?: readonly string[];
  readonly allowedDomains?: readonly string[];
  /** Sites to which the school never links. */
  readonly blockedDomains?: readonly string[];
  /** Name of the school, of its trust, and what else it calls itself; names that no person is meant by. */
  readonly schoolNames?: readonly string[];
  /** The election before which the school stands today; left out on any other day. */
  readonly election?: string;
  /** Who confirmed that the promises made can be kept. */
  readonly confirmedBy?: string;
  /** The author holds the authority to commit the school. */
  readonly mayCommit?: boolean;
  /** Ids of people who are on record as content to be named. */
  readonly agreedToBeNamed?: ReadonlySet<string>;
  /** Findings of which the author says that they are somebody or something else: `rule:excerpt`. */
  readonly contested?: ReadonlySet<string>;
}

export const contestKey = (rule: string, excerpt: string): string => `${rule}:${excerpt}`;

/** A draft longer than this is refused: no platform takes it, and nobody could read it through. */
export const longestDraft = 100_000;

export const requireReadable = (text: string): void => {
  if (text.length <= longestDraft) return;
  throw fail.invalid({
    code: 'draft-too-long',
    message: `The draft is ${text.length.toLocaleString('en-GB')} characters long.`,
    remedy: `Shorten it to ${longestDraft.toLocaleString('en-GB')} characters or fewer.`,
    fields: [{ field: 'text', message: `At most ${longestDraft.toLocaleString('en-GB')} characters.` }],
  });
};
