// Reads a cell that says yes or no, in the words that schools' systems write.

const YES = /^(y|yes|true|1|x|✓|✔)$/i;
const NO = /^(n|no|false|0)$/i;

/** @returns null for an empty cell: it says neither; undefined for a word that is neither */
export function yesOrNo(written: string): boolean | null | undefined {
  if (written === '' || written === '-') return null;
  if (YES.test(written)) return true;
  return NO.test(written) ? false : undefined;
}
