// Runs a rule's wording lists over a text and turns what they find into hits.
import type { Decider, Severity } from './finding.ts';
import { matches } from './lexicon/phrases.ts';
import { isDenied, isQuoted, original, place, sentenceAround, type Reading } from './reading.ts';
import { quote, type Hit } from './rule.ts';

export interface Found {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly sentence: string;
  /** The sentence's words before and after the find. */
  readonly before: string;
  readonly after: string;
  /** The words as written, with their capitals. */
  readonly written: string;
}

export interface WordingList {
  readonly search: RegExp;
  /** What the words are, to follow them: "is a promise on the school’s behalf." */
  readonly says: string;
  readonly remedy: string;
  readonly atMost?: Severity;
  readonly who?: Decider;
  /** Stopped, however mildly the policy takes such findings. */
  readonly stops?: boolean;
  /** Found words count only where this holds. */
  readonly when?: (found: Found, reading: Reading) => boolean;
  /** "Never boring" is no insult: a denial before the words clears them. */
  readonly clearedByDenial?: boolean;
  /** A title or somebody's words in quotation marks are not the school's own. */
  readonly clearedByQuotation?: boolean;
}

export const searchLists = (reading: Reading, lists: readonly WordingList[]): Hit[] => {
  const hits: Hit[] = [];
  for (const list of lists) {
    for (const match of matches(list.search, reading.plain)) {
      const { start, end, words } = match;
      if (list.clearedByDenial === true && isDenied(reading.plain, start)) continue;
      if (list.clearedByQuotation === true && isQuoted(reading, start, end)) continue;
      const around = sentenceAround(reading.plain, start, end);
      const written = original(reading, start, end);
      const found: Found = {
        start, end, words, written,
        sentence: reading.plain.slice(around.start, around.end),
        before: reading.plain.slice(around.start, start),
        after: reading.plain.slice(end, around.end),
      }; // prettier-ignore
      if (list.when !== undefined && !list.when(found, reading)) continue;
      hits.push({
        ...place(reading, start, end),
        message: `${quote(written)} ${list.says}`,
        remedy: list.remedy,
        contestable: true,
        ...(list.atMost === undefined ? {} : { atMost: list.atMost }),
        ...(list.who === undefined ? {} : { who: list.who }),
        ...(list.stops === undefined ? {} : { stops: list.stops }),
      });
    }
  }
  return hits;
};
