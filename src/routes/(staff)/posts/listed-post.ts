// One line of the list of posts, in words.
import type { Tone } from '#ui/state.ts';

export interface ListedPost {
  readonly id: string;
  readonly tone: Tone;
  readonly stateWords: string;
  readonly words: string;
  readonly where: string;
  readonly by: string;
  /** Empty where no time was chosen. */
  readonly wanted: string;
  readonly changed: string;
  /** ISO 8601 instant. */
  readonly changedAt: string;
}
