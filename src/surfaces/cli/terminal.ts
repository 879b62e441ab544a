// What a command sees of the outside: where it writes and reads. Handed in, so that tests need no process.
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { styleText } from 'node:util';
import { fail } from '#kernel/errors.ts';

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow';

export interface Terminal {
  out(text: string): void;
  /** For errors and progress. */
  err(text: string): void;
  /** The whole of standard input, as text. */
  input(): Promise<string>;
  readFile(path: string): Promise<string>;
  /** @param hidden does not show what is typed */
  ask(question: string, hidden?: boolean): Promise<string>;
  /** Coloured only where a person is looking. */
  styled(stream: 'out' | 'err', style: Style, text: string): string;
  /** Characters in a line; null where nobody is looking, and nothing need be cut. */
  readonly width: number | null;
}

interface Streams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** @param colour false where the person asked for none (https://no-color.org) */
export function createTerminal({ stdin, stdout, stderr }: Streams, colour: boolean): Terminal {
  // `gatepost … | head` closes our output early: that is how it is used, not a fault.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  let piped: Promise<string[]> | undefined;
  const nextLine = async () => (await (piped ??= text(stdin).then((all) => all.split('\n')))).shift() ?? '';
  return {
    out: (words) => void stdout.write(words),
    err: (words) => void stderr.write(words),
    input: () => text(stdin),
    readFile: (path) =>
      readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => Promise.reject(unreadable(path, error))),
    async ask(question, hidden = false) {
      if (stdin.isTTY !== true || hidden) stderr.write(question);
      if (stdin.isTTY !== true) return (await nextLine()).trim();
      const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
      const lines = createInterface({ input: stdin, output: hidden ? silent : stderr, terminal: true });
      const stopped = new AbortController();
      lines.once('close', () => stopped.abort()); // Ctrl-C and Ctrl-D
      try {
        return (await lines.question(hidden ? '' : question, { signal: stopped.signal })).trim();
      } catch (cause) {
        throw fail.invalid({ code: 'stopped', message: 'Stopped; nothing was done.', cause });
      } finally {
        lines.close();
        if (hidden) stderr.write('\n');
      }
    },
    styled(stream, style, words) {
      const target = stream === 'out' ? stdout : stderr;
      return colour && target.isTTY === true ? styleText(style, words, { validateStream: false }) : words;
    },
    width: stdout.isTTY === true && stdout.columns > 0 ? stdout.columns : null,
  };
}

function unreadable(path: string, error: NodeJS.ErrnoException) {
  const why =
    error.code === 'ENOENT' ? 'there is no such file' : error.code === 'EISDIR' ? 'it is a folder' : error.message;
  return fail.invalid({ code: 'unreadable-file', message: `${path} cannot be read: ${why}.` });
}
