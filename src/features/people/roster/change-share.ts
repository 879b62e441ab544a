// Says how much of a list an import would turn over, and whether somebody must type a word to confirm it.

/** Above this share of the people already there, a slip is likelier than so many real changes. */
export const TYPED_WORD_ABOVE_PERCENT = 20;

export interface ChangeShare {
  /** Joiners, leavers and people whose name changes, in per cent of those there before, to one decimal place. */
  readonly sharePercent: number;
  readonly needsTypedWord: boolean;
}

/**
 * A name that changes under a stable id counts like one person for another: swapped columns or ids in the wrong order
 * look just like that. A first import has nothing to overwrite and asks for no word.
 */
export function changeShare(count: {
  readonly joiners: number;
  readonly leavers: number;
  readonly renamed: number;
  readonly existing: number;
}): ChangeShare {
  if (count.existing === 0) return { sharePercent: 0, needsTypedWord: false };
  const moved = count.joiners + count.leavers + count.renamed;
  return {
    sharePercent: Math.round((moved / count.existing) * 1000) / 10,
    needsTypedWord: moved * 100 > count.existing * TYPED_WORD_ABOVE_PERCENT,
  };
}
