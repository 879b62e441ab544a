// What is wrong with a policy file, said so that somebody can go to the line and mend it.

/** A fault found in the data, before it is known on which line it stands. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  /** Where the key itself is at fault and not its value. */
  readonly key?: string;
  readonly message: string;
  readonly remedy: string;
}

export interface DocumentProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The place in the document, such as `clauses.3.rests-on`. */
  readonly key: string;
  readonly message: string;
  readonly remedy: string;
}

/** One line, as compilers write it, so that editors can jump there. */
export const problemLine = (p: DocumentProblem): string =>
  `${p.file}:${p.line}:${p.column} ${p.key === '' ? '' : `${p.key}: `}${p.message} ${p.remedy}`;
