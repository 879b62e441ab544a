// Looks a question up among passages: as typed, and once more with misspelt words put right.
import type { Db } from '#kernel/context.ts';
import { knownWords, searchFor, subjectsOf, wordsOf, type Subject } from './asking.ts';
import { nearestWord } from './nearest-word.ts';
import type { Passage } from './passages.ts';
import { hitsOf } from './queries.ts';
import { answering, rank, unfound, type Ranked } from './rank.ts';

export interface Found {
  readonly answers: readonly Ranked[];
  /** Words that were read as others. */
  readonly readAs: readonly { readonly typed: string; readonly as: string }[];
  /** What it was about that stands nowhere. */
  readonly nowhere: readonly string[];
}

export async function findAnswers(db: Db, passages: readonly Passage[], question: string): Promise<Found> {
  const first = await look(db, passages, subjectsOf(question));
  const vocabulary = new Set([
    ...knownWords,
    ...passages.flatMap(({ title, body }) => [...wordsOf(title), ...wordsOf(body)]),
  ]);
  const instead = new Map(
    first.nowhere.flatMap((typed) => {
      const near = wordsOf(typed).length === 1 ? nearestWord(typed, vocabulary) : null;
      return near === null ? [] : [[typed, near] as const];
    }),
  );
  const readAs = [...instead].map(([typed, as]) => ({ typed, as }));
  const last = instead.size === 0 ? first : await look(db, passages, subjectsOf(question, instead));
  return { answers: answering(last.ranked), readAs, nowhere: last.nowhere };
}

async function look(db: Db, passages: readonly Passage[], subjects: readonly Subject[]) {
  if (subjects.length === 0) return { ranked: [], nowhere: [] };
  const searches = subjects.flatMap(({ terms, broader }) => [searchFor(terms), searchFor(broader)]);
  const hits = await hitsOf(db, passages, searches);
  return {
    ranked: rank(hits, subjects.length, passages.length),
    nowhere: unfound(hits, subjects.length).map((at) => subjects[at]!.typed),
  };
}
