// Writes the frames of a backup as its parts come in; holds no more than a few pieces at a time.
import { createHash, type Hash } from 'node:crypto';
import {
  frame,
  FRAMES,
  MAGIC,
  PIECE,
  type BackupFooter,
  type BackupHeader,
  type Section,
  type SectionEnd,
} from './container.ts';
import { inTurn } from './in-turn.ts';
import { openPress, type Press } from './press.ts';
import { createSource, type Bytes } from './source.ts';

/** Pieces being made smaller at once: one for each thread that may have time. */
const AT_ONCE = 3;

export interface SectionToWrite {
  readonly section: Section;
  readonly bytes: Bytes;
  /** False for what is locked already, and so never becomes smaller. */
  readonly compress: boolean;
  /** Known once the bytes have been taken; nothing for a file. */
  readonly rows?: () => Promise<number>;
}

export interface Ending {
  /** Asked after the last section: files that were not there when their turn came. */
  readonly missing: () => readonly string[];
  readonly done: (footer: BackupFooter) => void;
}

/** @param sections each is taken to its end before the next is asked for */
export async function* writeContainer(
  header: BackupHeader,
  sections: AsyncIterable<SectionToWrite>,
  { missing, done }: Ending,
): AsyncGenerator<Buffer> {
  const whole = createHash('sha256');
  const total = { sections: 0, tables: 0, rows: 0, files: 0, bytes: 0 };
  const presses = Array.from({ length: AT_ONCE }, openPress);
  const headerJson = json(header);
  whole.update(headerJson);
  yield MAGIC;
  yield* frame(FRAMES.header, headerJson);
  try {
    for await (const one of sections) {
      const end = yield* writeSection(one, presses);
      whole.update(end.sha256, 'hex');
      total.sections += 1;
      total.rows += end.rows;
      total.bytes += end.bytes;
      if (one.section.kind === 'table') total.tables += 1;
      if (one.section.kind === 'file') total.files += 1;
    }
  } finally {
    for (const press of presses) press.close();
  }
  const totals = { ...total, missing: [...missing()] };
  const footer: BackupFooter = { ...totals, sha256: whole.update(json(totals)).digest('hex') };
  yield* frame(FRAMES.footer, json(footer));
  done(footer);
}

async function* writeSection(
  { section, bytes, compress, rows }: SectionToWrite,
  presses: readonly Press[],
): AsyncGenerator<Buffer, SectionEnd> {
  const hash = createHash('sha256');
  yield* hashed(hash, frame(FRAMES.begin, json(section)));
  let size = 0;
  const pieces = compress ? inTurn(filled(bytes, presses), presses.length, pressed) : inTurn(inPieces(bytes), 1, asIs);
  for await (const { length, parts } of pieces) {
    size += length;
    yield* hashed(hash, parts);
  }
  const end = { rows: (await rows?.()) ?? 0, bytes: size, sha256: hash.digest('hex') };
  yield* frame(FRAMES.end, json(end));
  return end;
}

interface Piece {
  readonly length: number;
  readonly parts: Buffer[];
}

/** By the time that a press has its turn again, what stood in it has been made smaller. */
async function* filled(bytes: Bytes, presses: readonly Press[]): AsyncGenerator<Press> {
  let turn = 0;
  let press = presses[0]!;
  for await (const part of bytes) {
    for (let from = 0; from < part.length;) {
      from += press.take(part.subarray(from));
      if (!press.isFull()) continue;
      yield press;
      turn += 1;
      press = presses[turn % presses.length]!;
    }
  }
  if (!press.isEmpty()) yield press;
}

async function pressed(press: Press): Promise<Piece> {
  const { length, bytes, isSmaller } = await press.run();
  if (!isSmaller) return asIs(bytes);
  const before = Buffer.allocUnsafe(4);
  before.writeUInt32BE(length);
  return { length, parts: frame(FRAMES.small, before, bytes) };
}

const asIs = async (piece: Buffer): Promise<Piece> => ({ length: piece.length, parts: frame(FRAMES.plain, piece) });

async function* inPieces(bytes: Bytes): AsyncGenerator<Buffer> {
  const source = createSource(bytes);
  try {
    for (let piece = await source.upTo(PIECE); piece.length > 0; piece = await source.upTo(PIECE)) yield piece;
  } finally {
    await source.close();
  }
}

function* hashed(hash: Hash, parts: readonly Buffer[]): Generator<Buffer> {
  for (const part of parts) {
    hash.update(part);
    yield part;
  }
}

const json = (value: object): Buffer => Buffer.from(JSON.stringify(value));
