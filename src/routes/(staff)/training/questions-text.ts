// Questions as they are typed: one block each, the question first, an answer a line, the right one begins with a star.

export interface TypedQuestion {
  readonly ask: string;
  readonly answers: readonly string[];
  readonly right: number;
}

/** @returns what is wrong in the first block that is no question, in words; else the questions */
export function questionsFrom(text: string): TypedQuestion[] | string {
  const found: TypedQuestion[] = [];
  for (const [at, block] of text
    .split(/\n\s*\n/)
    .filter((one) => one.trim() !== '')
    .entries()) {
    const [ask = '', ...lines] = block
      .split('\n')
      .map((one) => one.trim())
      .filter((one) => one !== '');
    const starred = lines.flatMap((one, n) => (one.startsWith('*') ? [n] : []));
    const which = `Question ${at + 1}`;
    if (lines.length < 2) return `${which} needs at least two answers, each on a line of its own.`;
    if (starred.length !== 1) return `${which} needs exactly one right answer, marked with a star (*) before it.`;
    found.push({ ask, answers: lines.map((one) => one.replace(/^\*\s*/, '')), right: starred[0]! });
  }
  return found;
}

export const questionsText = (questions: readonly TypedQuestion[]): string =>
  questions
    .map(({ ask, answers, right }) => [ask, ...answers.map((one, n) => (n === right ? `* ${one}` : one))].join('\n'))
    .join('\n\n');
