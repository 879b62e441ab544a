// Why a machine gave no whole answer, or was not asked, in words for whoever typed its address.
import { hostOf } from './public-address.ts';

const WORDS = {
  'not-https': () => 'The address leads to one without https://.',
  password: () => 'The address leads to one with a password in it.',
  'not-public': (host: string) => `${host} leads into a private network.`,
  'no-such-server': (host: string) => `There is no such server as ${host}, or its name could not be looked up.`,
  certificate: (host: string) => `The certificate of ${host} is not valid.`,
  unreachable: (host: string, code: string) => `${host} could not be reached${code && ` (${code})`}.`,
  slow: (host: string) => `${host} took too long.`,
  'too-long': (host: string, most: string) => `The answer of ${host} is longer than ${most}.`,
  packed: (host: string) => `${host} packs its answer in a way that was not asked for.`,
} as const;

export type UnaskedCode = keyof typeof WORDS;

export class Unasked extends Error {
  readonly code: UnaskedCode;

  /** @param detail the most that is read, or what the system calls the failure */
  constructor(code: UnaskedCode, url: URL, detail = '', cause?: unknown) {
    super(WORDS[code](hostOf(url), detail), { cause });
    this.code = code;
  }
}

/** What went wrong on the way, as one of ours. */
export function unaskedFor(error: unknown, url: URL, signal: AbortSignal): Unasked {
  if (error instanceof Unasked) return error;
  if (signal.aborted) return new Unasked('slow', url, '', error);
  const code = (error as { code?: unknown } | null)?.code;
  const detail = typeof code === 'string' ? code : '';
  return new Unasked(meaning(detail), url, detail, error);
}

function meaning(code: string): UnaskedCode {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'no-such-server';
  return /CERT|TLS|SSL|SIGNED|ALTNAME/.test(code) ? 'certificate' : 'unreachable';
}
