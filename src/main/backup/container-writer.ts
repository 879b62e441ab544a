// Writes the frames of a backup as its parts come in; holds no more than a few pieces at a time.
import { createHash, type Hash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, zstdCompress } from 'node:zlib';
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
import { createSource, type Bytes } from './source.ts';

/** Level 1 keeps up with what a database can say; its checksum notices what a broken memory did. One buffer takes a whole piece: sixteen small ones cost more than the compression. */
const ZSTD = {
  params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 },
  chunkSize: PIECE,
};
const smaller = promisify(zstdCompress);
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
  const headerJson = json(header);
  whole.update(headerJson);
  yield MAGIC;
  yield* frame(FRAMES.header, headerJson);
  for await (const one of sections) {
    const end = yield* writeSection(one);
    whole.update(end.sha256, 'hex');
    total.sections += 1;
    total.rows += end.rows;
    total.bytes += end.bytes;
    if (one.section.kind === 'table') total.tables += 1;
    if (one.section.kind === 'file') total.files += 1;
  }
  const totals = { ...total, missing: [...missing()] };
  const footer: BackupFooter = { ...totals, sha256: whole.update(json(totals)).digest('hex') };
  yield* frame(FRAMES.footer, json(footer));
  done(footer);
}

async function* writeSection({ section, bytes, compress, rows }: SectionToWrite): AsyncGenerator<Buffer, SectionEnd> {
  const hash = createHash('sha256');
  yield* hashed(hash, frame(FRAMES.begin, json(section)));
  let size = 0;
  for await (const { length, parts } of inTurn(inPieces(bytes), compress ? AT_ONCE : 1, compress ? asSmall : asIs)) {
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

async function asSmall(piece: Buffer): Promise<Piece> {
  const small = await smaller(piece, ZSTD);
  if (small.length >= piece.length) return asIs(piece);
  const length = Buffer.allocUnsafe(4);
  length.writeUInt32BE(piece.length);
  return { length: piece.length, parts: frame(FRAMES.small, length, small) };
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
