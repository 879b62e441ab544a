// The file form of a ledger: a line a thing, so that any size is written and verified without holding it.
import { createReadStream } from 'node:fs';
import type { LedgerStep } from '#db/ledger-rows.ts';
import { fail } from '#kernel/errors.ts';
import type { Seal } from '#kernel/ledger.ts';
import { createVerifier, type KnownHead, type LedgerVerdict, type PublicSigningKey } from '#kernel/verify.ts';

interface Header {
  readonly gatepost: 'ledger';
  readonly v: 1;
  readonly scope: string;
  readonly name: string;
  readonly keys: readonly PublicSigningKey[];
}

export const headerLine = (scope: string, name: string, keys: readonly PublicSigningKey[]): string =>
  JSON.stringify({ gatepost: 'ledger', v: 1, scope, name, keys } satisfies Header);

/** An entry's line is the canonical text that was hashed, nothing around it. */
export const stepLine = (step: LedgerStep): string =>
  step.kind === 'entry' ? step.body : JSON.stringify({ gatepost: 'seal', ...step.seal });

export interface NamedVerdict {
  readonly name: string;
  readonly scope: string;
  readonly keys: readonly string[];
  readonly verdict: LedgerVerdict;
}

const OURS = Buffer.from('{"gatepost":');

/** @param trusted public keys to believe instead of those in the file */
export async function verifyFile(
  path: string,
  trusted: readonly PublicSigningKey[] | null,
  known: KnownHead | null,
): Promise<NamedVerdict> {
  let header: Header | null = null;
  let verifier: ReturnType<typeof createVerifier> | null = null;
  for await (const lines of linesOf(path)) {
    for (const line of lines) {
      if (!verifier) {
        header = headerFrom(line.toString('utf8'), path);
        verifier = createVerifier(trusted ?? header.keys, header.scope);
      } else if (line.length >= OURS.length && OURS.equals(line.subarray(0, OURS.length))) {
        verifier.seal(sealFrom(line.toString('utf8'), path));
      } else if (line.length > 0) verifier.entry(line);
    }
  }
  if (!header || !verifier) throw notALedger(path);
  const verdict = await verifier.finish(known);
  return { name: header.name, scope: header.scope, keys: (trusted ?? header.keys).map((key) => key.id), verdict };
}

const NEWLINE = 10;
/** Stands before it in files that were passed on by way of Windows; no entry ends with one. */
const CARRIAGE_RETURN = 13;
const PIECE = 1024 * 1024;

/** Lines as bytes, many at a time: an entry is hashed as it lies in the file, without being made into text first. */
async function* linesOf(path: string): AsyncGenerator<Buffer[]> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of createReadStream(path, { highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const lines: Buffer[] = [];
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      lines.push(bytes.subarray(from, end > from && bytes[end - 1] === CARRIAGE_RETURN ? end - 1 : end));
      from = end + 1;
    }
    rest = bytes.subarray(from);
    yield lines;
  }
  if (rest.length > 0) yield [rest];
}

function headerFrom(line: string, path: string): Header {
  try {
    const header = JSON.parse(line) as Partial<Header>;
    if (
      header.gatepost === 'ledger' &&
      header.v === 1 &&
      typeof header.scope === 'string' &&
      Array.isArray(header.keys)
    )
      return header as Header;
  } catch {
    // told below
  }
  throw notALedger(path);
}

function sealFrom(line: string, path: string): Seal {
  try {
    return JSON.parse(line) as Seal;
  } catch {
    throw fail.invalid({
      code: 'unreadable-line',
      message: `${path}: a seal cannot be read: ${line.slice(0, 60)}…`,
      remedy: 'The file is damaged: export it again.',
    });
  }
}

const notALedger = (path: string) =>
  fail.invalid({
    code: 'not-a-ledger',
    message: `${path} is not an exported ledger.`,
    remedy: 'Export one with: gatepost ledger export FOLDER',
  });
