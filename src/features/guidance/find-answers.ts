// Looks a question up among passages: as typed, and once more with misspelt words put right.
import type { Db } from '#kernel/context.ts';
import { knownWords, subjectsOf, wordsOf, type Subject } from './asking.ts';
import { nearestWord } from './nearest-word.ts';
import type { Passage } from './passages.ts';
import { stemsOfWords } from './queries.ts';
import { answering, rank, unfound, type Ranked } from './rank.ts';
import { hitsOf, indexOf, wordsIn, type StemsOf, type WordIndex } from './word-index.ts';

/** Passages made ready to be searched. */
export interface Searchable {
  readonly passages: readonly Passage[];
  readonly index: WordIndex;
  /** Of every word in them, and of every word that is known to mean the same as another. */
  readonly stems: ReadonlyMap<string, readonly string[]>;
}

export async function searchable(db: Db, passages: readonly Passage[]): Promise<Searchable> {
  const stems = await stemsOfWords(db, [...wordsIn(passages).union(knownWords)]);
  return { passages, stems, index: indexOf(passages, (word) => stems.get(word) ?? []) };
}

export interface Found {
  readonly answers: readonly Ranked[];
  /** Words that were read as others. */
  readonly readAs: readonly { readonly typed: string; readonly as: string }[];
  /** What it was about that stands nowhere. */
  readonly nowhere: readonly string[];
}

export async function findAnswers(db: Db, where: Searchable, question: string): Promise<Found> {
  const { stems } = where;
  const others = await stemsOfWords(
    db,
    wordsOf(question).filter((word) => !stems.has(word)),
  );
  const stemsOf: StemsOf = (word) => stems.get(word) ?? others.get(word) ?? [];
  const first = look(where, subjectsOf(question), stemsOf);
  const instead = new Map(
    first.nowhere.flatMap((typed) => {
      const near = wordsOf(typed).length === 1 ? nearestWord(typed, stems.keys()) : null;
      return near === null ? [] : [[typed, near] as const];
    }),
  );
  const readAs = [...instead].map(([typed, as]) => ({ typed, as }));
  const last = instead.size === 0 ? first : look(where, subjectsOf(question, instead), stemsOf);
  return { answers: answering(last.ranked), readAs, nowhere: last.nowhere };
}

function look({ index, passages }: Searchable, subjects: readonly Subject[], stemsOf: StemsOf) {
  const searches = subjects.flatMap(({ terms, broader }) => [terms, broader]);
  const hits = hitsOf(index, searches, stemsOf);
  return {
    ranked: rank(hits, subjects.length, passages.length),
    nowhere: unfound(hits, subjects.length).map((at) => subjects[at]!.typed),
  };
}
