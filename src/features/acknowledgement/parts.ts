// A policy cut into parts that are read one after another, so that it is known that somebody came to its end. Pure.
import type { Clause, PolicyDocument } from '#features/policy/index.ts';

/** About three screens of a telephone. */
const LONGEST = 1800;
/** What the number and the title of a clause take, in letters. */
const HEADING = 60;

export interface Part {
  readonly clauses: readonly Clause[];
}

/** Whole chapters stay together where they fit; a chapter longer than a part is cut between clauses. */
export function partsOf({ clauses }: PolicyDocument): Part[] {
  const parts: Clause[][] = [];
  let room = 0;
  for (const chapter of chaptersOf(clauses)) {
    const length = chapter.reduce((sum, clause) => sum + lengthOf(clause), 0);
    if (parts.length === 0 || length > room) {
      parts.push([]);
      room = LONGEST;
    }
    for (const clause of chapter) {
      if (lengthOf(clause) > room && parts.at(-1)!.length > 0) {
        parts.push([]);
        room = LONGEST;
      }
      parts.at(-1)!.push(clause);
      room -= lengthOf(clause);
    }
  }
  return parts.map((part) => ({ clauses: part }));
}

const lengthOf = ({ text }: Clause): number => text.length + HEADING;

function chaptersOf(clauses: readonly Clause[]): Clause[][] {
  const chapters: Clause[][] = [];
  for (const clause of clauses) {
    if (chapters.at(-1)?.[0]?.under === clause.under) chapters.at(-1)!.push(clause);
    else chapters.push([clause]);
  }
  return chapters;
}
