// Cuts a clause's sentence where it uses a term that the policy defines, so that the meaning is one tap away.
export interface Definition {
  readonly term: string;
  readonly meaning: string;
}

export interface Piece {
  readonly words: string;
  readonly meaning: string | null;
}

/** Each term once in a sentence, where it stands first; longer terms before the shorter ones within them. */
export function withTerms(text: string, definitions: readonly Definition[]): Piece[] {
  let pieces: Piece[] = [{ words: text, meaning: null }];
  for (const { term, meaning } of definitions.toSorted((one, other) => other.term.length - one.term.length)) {
    const found = new RegExp(
      `(?<![\\p{L}\\p{N}])${term.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
      'iu',
    );
    const at = pieces.findIndex((piece) => piece.meaning === null && found.test(piece.words));
    const piece = pieces[at];
    const match = piece && found.exec(piece.words);
    if (!match) continue;
    const parts: Piece[] = [
      { words: piece.words.slice(0, match.index), meaning: null },
      { words: match[0], meaning },
      { words: piece.words.slice(match.index + match[0].length), meaning: null },
    ];
    pieces = [...pieces.slice(0, at), ...parts.filter(({ words }) => words !== ''), ...pieces.slice(at + 1)];
  }
  return pieces;
}
