// What is wrong with an import file, said by row and column so that the person at the spreadsheet can mend it.

/** Something that stops the import. `row` counts as a spreadsheet does: the heading row is usually row 1. */
export interface RosterProblem {
  readonly row: number | null;
  readonly column: string | null;
  readonly message: string;
  readonly remedy: string;
}

/** Something the person should know, which does not stop the import. */
export interface RosterNote {
  readonly row: number | null;
  readonly column: string | null;
  readonly message: string;
}

/** The first problems of a file, and how many there are in all: nobody reads fifty thousand lines of the same mistake. */
export interface RosterProblems {
  readonly problems: readonly RosterProblem[];
  readonly problemCount: number;
}

export const PROBLEMS_SHOWN = 100;

export interface ProblemList {
  add(problem: RosterProblem): void;
  readonly count: number;
  found(): RosterProblems;
}

export function problemList(): ProblemList {
  const problems: RosterProblem[] = [];
  let count = 0;
  return {
    add(problem) {
      count += 1;
      if (problems.length < PROBLEMS_SHOWN) problems.push(problem);
    },
    get count() {
      return count;
    },
    found: () => ({ problems, problemCount: count }),
  };
}

/** A problem of the file as a whole. */
export function wholeFile(message: string, remedy: string): RosterProblems {
  return { problems: [{ row: null, column: null, message, remedy }], problemCount: 1 };
}

/** A value as it may be quoted in a message: short, on one line. */
export function shown(value: string): string {
  const oneLine = value.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  const letters = Array.from(oneLine.slice(0, 80));
  return letters.length > 40 ? `“${letters.slice(0, 39).join('')}…”` : `“${oneLine}”`;
}
