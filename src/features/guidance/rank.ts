// Which passages answer: those that hold most of what the question is about, rare words counting most. Pure.
import type { Hit } from './word-index.ts';

export interface Ranked {
  readonly passage: number;
  /** How much of the question it holds, from 0 to 1. */
  readonly covers: number;
  readonly score: number;
}

/** Less than this is a word in common, and no answer. */
const ENOUGH = 0.5;
/** What holds much less than the best answer is noise beside it. */
const NEAR_BEST = 0.75;
const BROADER = 0.6;
const IN_TITLE = 1.2;

/**
 * @param subjects how many things were asked about; the search for each is `2 × n`, for what it stands for `2 × n + 1`
 * @param passages how many there are
 */
export function rank(hits: readonly Hit[], subjects: number, passages: number): Ranked[] {
  const strengths = new Map<number, Map<number, { strength: number; inTitle: boolean }>>();
  const asked = new Set<number>();
  for (const { search, passage, inTitle, empty } of hits) {
    const subject = Math.floor(search / 2);
    if (!empty) asked.add(subject);
    if (passage === null) continue;
    const strength = search % 2 === 0 ? 1 : BROADER;
    const found = strengths.get(subject) ?? new Map<number, { strength: number; inTitle: boolean }>();
    strengths.set(subject, found);
    const before = found.get(passage);
    if (before === undefined || before.strength < strength) found.set(passage, { strength, inTitle });
  }
  const weights = Array.from({ length: subjects }, (_, subject) =>
    asked.has(subject) ? Math.log(1 + passages / Math.max(1, strengths.get(subject)?.size ?? 0)) : 0,
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return [];
  const ranked = new Map<number, { covers: number; score: number }>();
  for (const [subject, found] of strengths) {
    for (const [passage, { strength, inTitle }] of found) {
      const share = (weights[subject]! * strength) / total;
      const before = ranked.get(passage) ?? { covers: 0, score: 0 };
      ranked.set(passage, {
        covers: before.covers + share,
        score: before.score + share * (inTitle ? IN_TITLE : 1),
      });
    }
  }
  return [...ranked]
    .map(([passage, { covers, score }]) => ({ passage, covers, score }))
    .toSorted((one, other) => other.score - one.score || one.passage - other.passage);
}

/** Those that hold enough of the question, and not much less than the best of them. */
export function answering(ranked: readonly Ranked[]): Ranked[] {
  const enough = ranked.filter(({ covers }) => covers >= ENOUGH);
  return enough.filter(({ score }) => score >= NEAR_BEST * enough[0]!.score);
}

/** Subjects that stand nowhere, neither themselves nor by a relative. */
export const unfound = (hits: readonly Hit[], subjects: number): number[] =>
  [...Array(subjects).keys()].filter((subject) => {
    const own = hits.filter(({ search }) => Math.floor(search / 2) === subject);
    return own.some(({ empty }) => !empty) && own.every(({ passage }) => passage === null);
  });
