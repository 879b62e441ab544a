// One line of what the doctor says: what was looked at, how it is, and what to do.

export type Verdict = 'ok' | 'warn' | 'wrong';

export interface Finding {
  /** What was looked at, in a word or two. */
  readonly about: string;
  readonly verdict: Verdict;
  readonly words: string;
  readonly remedy?: string;
}

export const ok = (about: string, words: string): Finding => ({ about, verdict: 'ok', words });
export const warn = (about: string, words: string, remedy: string): Finding => ({ about, verdict: 'warn', words, remedy }); // prettier-ignore
export const wrong = (about: string, words: string, remedy: string): Finding => ({ about, verdict: 'wrong', words, remedy }); // prettier-ignore

/** A failure of ours says itself what to do; anything else is told as it came. */
export function wrongBy(about: string, error: unknown): Finding {
  const { message, remedy } = error as { readonly message: string; readonly remedy?: string };
  const words = remedy === undefined ? message : message.replace(remedy, '').trim();
  return wrong(about, words, remedy ?? 'If that does not help you on, look at the log of Gatepost at that time.');
}
