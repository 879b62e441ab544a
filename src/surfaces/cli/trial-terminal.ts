// A terminal for tests: what was written is kept, what is read was said beforehand.
import { fail } from '#kernel/errors.ts';
import type { Terminal } from './terminal.ts';

export interface TrialTerminal extends Terminal {
  readonly written: { out: string; err: string };
}

export function createTrialTerminal(
  said: { input?: string; files?: Record<string, string>; answers?: string[] } = {},
): TrialTerminal {
  const written = { out: '', err: '' };
  const answers = [...(said.answers ?? [])];
  return {
    written,
    out: (text) => void (written.out += text),
    err: (text) => void (written.err += text),
    input: async () => said.input ?? '',
    async readFile(path) {
      const text = said.files?.[path];
      if (text === undefined)
        throw fail.invalid({ code: 'unreadable-file', message: `${path} cannot be read: there is no such file.` });
      return text;
    },
    ask: async () => answers.shift() ?? '',
    styled: (_stream, _style, text) => text,
    width: null,
  };
}
