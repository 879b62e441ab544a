// Which passages hold which words, by the stems of the words: made once of a policy, asked for every question. Pure.
import { wordsOf } from './asking.ts';

export interface Hit {
  /** Which search of those asked for. */
  readonly search: number;
  /** Which passage; null = none holds it. */
  readonly passage: number | null;
  readonly inTitle: boolean;
  /** Nothing to look for: every word of it is too common in English. */
  readonly empty: boolean;
}

interface Text {
  readonly title: string;
  readonly body: string;
}

/** The stems of a word; none for one that is too common in English to be looked for. */
export type StemsOf = (word: string) => readonly string[];
type Places = ReadonlyMap<string, ReadonlySet<number>>;

export interface WordIndex {
  readonly titles: Places;
  readonly bodies: Places;
}

export const wordsIn = (texts: readonly Text[]): Set<string> =>
  new Set(texts.flatMap(({ title, body }) => [...wordsOf(title), ...wordsOf(body)]));

export const indexOf = (texts: readonly Text[], stemsOf: StemsOf): WordIndex => ({
  titles: placesOf(
    texts.map(({ title }) => title),
    stemsOf,
  ),
  bodies: placesOf(
    texts.map(({ body }) => body),
    stemsOf,
  ),
});

function placesOf(texts: readonly string[], stemsOf: StemsOf): Places {
  const places = new Map<string, Set<number>>();
  for (const [place, text] of texts.entries()) {
    for (const stem of wordsOf(text).flatMap(stemsOf)) {
      const found = places.get(stem);
      if (found) found.add(place);
      else places.set(stem, new Set([place]));
    }
  }
  return places;
}

/** @param searches each a list of terms, of which any will do; of a term of several words all must stand together */
export function hitsOf(index: WordIndex, searches: readonly (readonly string[])[], stemsOf: StemsOf): Hit[] {
  return searches.flatMap((terms, search): Hit[] => {
    const wanted = terms.map((term) => wordsOf(term).flatMap(stemsOf)).filter((stems) => stems.length > 0);
    const titles = holding(index.titles, wanted);
    const passages = [...titles.union(holding(index.bodies, wanted))];
    if (passages.length === 0) return [{ search, passage: null, inTitle: false, empty: wanted.length === 0 }];
    return passages.map((passage) => ({ search, passage, inTitle: titles.has(passage), empty: false }));
  });
}

const NOWHERE: ReadonlySet<number> = new Set();

/** Those that hold every stem of at least one term. */
const holding = (places: Places, wanted: readonly (readonly string[])[]): Set<number> =>
  wanted
    .map((stems) =>
      stems
        .map((stem) => places.get(stem) ?? NOWHERE)
        .reduce((both: ReadonlySet<number>, one) => both.intersection(one)),
    )
    .reduce((all: Set<number>, one) => all.union(one), new Set<number>());
