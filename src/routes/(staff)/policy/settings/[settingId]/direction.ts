// Whether an answer allows less or more than another, as a sentence.
export const DIRECTION = {
  stricter: 'It is stricter.',
  looser: 'It is looser.',
  different: 'It is neither stricter nor looser, but different.',
  same: 'It is the same.',
} as const;
