// Reads the frames of a backup one after the other, checks every digest and total, and says where something does not fit.
import { createHash, type Hash } from 'node:crypto';
import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import type { z } from 'zod';
import {
  footerSchema,
  FRAME_HEAD,
  FRAMES,
  headerSchema,
  LONGEST_FRAME,
  MAGIC,
  PIECE,
  sectionEndSchema,
  sectionInWords,
  sectionSchema,
  type BackupFooter,
  type BackupHeader,
  type Section,
  type SectionEnd,
} from './container.ts';
import { changedIn, cutShort } from './faults.ts';
import { inTurn } from './in-turn.ts';
import { createSource, type Bytes, type Source } from './source.ts';

const bigger = promisify(zstdDecompress);
const AT_ONCE = 3;

export interface OpenSection {
  readonly section: Section;
  /** To be taken to its end before the next section is asked for. It ends without an error only if all of it was right. */
  readonly bytes: AsyncGenerator<Buffer>;
  /** Known once the bytes have ended. */
  end(): SectionEnd;
}

export interface OpenContainer {
  readonly header: BackupHeader;
  readonly sections: AsyncGenerator<OpenSection>;
  /** Known once the sections have ended. */
  footer(): BackupFooter;
  close(): Promise<void>;
}

/** @throws a failure that says where the backup was changed or cut */
export async function openContainer(bytes: Bytes): Promise<OpenContainer> {
  const source = createSource(bytes);
  const magic = await source.upTo(MAGIC.length);
  if (magic.length < MAGIC.length) throw cutShort(source.position);
  if (!magic.equals(MAGIC)) throw changedIn('its first line');
  const first = await readFrame(source, 'its header');
  if (first.letter !== FRAMES.header) throw changedIn('its header');
  const header = parsed(headerSchema, first.body, 'its header');
  const whole = createHash('sha256').update(first.body);
  let footer: BackupFooter | undefined;
  return {
    header,
    sections: readSections(source, whole, (found) => (footer = found)),
    footer: () => footer ?? raise(cutShort(source.position)),
    close: () => source.close(),
  };
}

async function* readSections(
  source: Source,
  whole: Hash,
  ended: (footer: BackupFooter) => void,
): AsyncGenerator<OpenSection> {
  const total = { sections: 0, tables: 0, rows: 0, files: 0, bytes: 0 };
  for (;;) {
    const { letter, head, body } = await readFrame(source, 'what stands between two sections');
    if (letter === FRAMES.footer) {
      const { sha256, ...said } = parsed(footerSchema, body, 'its footer');
      const counted = JSON.stringify({ ...total, missing: said.missing });
      const digest = whole.update(counted).digest('hex');
      if (sha256 !== digest || counted !== JSON.stringify(said))
        throw changedIn('its header, its footer or its list of sections');
      if (!(await source.atEnd())) throw changedIn('what stands behind its footer');
      ended({ ...said, sha256 });
      return;
    }
    if (letter !== FRAMES.begin) throw changedIn('what stands between two sections');
    const section = parsed(sectionSchema, body, 'the name of a section');
    let end: SectionEnd | undefined;
    const hash = createHash('sha256').update(head).update(body);
    yield {
      section,
      bytes: readBytes(source, hash, sectionInWords(section), (found) => (end = found)),
      end: () => end ?? raise(changedIn(sectionInWords(section))),
    };
    if (end === undefined) throw new Error(`${sectionInWords(section)} was not read to its end.`);
    whole.update(end.sha256, 'hex');
    total.sections += 1;
    total.rows += end.rows;
    total.bytes += end.bytes;
    if (section.kind === 'table') total.tables += 1;
    if (section.kind === 'file') total.files += 1;
  }
}

async function* readBytes(
  source: Source,
  hash: Hash,
  where: string,
  ended: (end: SectionEnd) => void,
): AsyncGenerator<Buffer> {
  let size = 0;
  let end: SectionEnd | undefined;
  async function* frames(): AsyncGenerator<Frame> {
    for (;;) {
      const next = await readFrame(source, where);
      if (next.letter === FRAMES.end) {
        end = parsed(sectionEndSchema, next.body, where);
        return;
      }
      if (next.letter !== FRAMES.plain && next.letter !== FRAMES.small) throw changedIn(where);
      hash.update(next.head).update(next.body);
      yield next;
    }
  }
  for await (const piece of inTurn(frames(), AT_ONCE, (one) => unfolded(one, where))) {
    size += piece.length;
    yield piece;
  }
  if (end === undefined || end.sha256 !== hash.digest('hex') || end.bytes !== size) throw changedIn(where);
  ended(end);
}

async function unfolded({ letter, body }: Frame, where: string): Promise<Buffer> {
  if (letter === FRAMES.plain) return body;
  const length = body.length < 4 ? PIECE + 1 : body.readUInt32BE(0);
  if (length > PIECE) throw changedIn(where);
  const piece = await bigger(body.subarray(4), { maxOutputLength: length, chunkSize: PIECE }).catch(() => {
    throw changedIn(where);
  });
  if (piece.length !== length) throw changedIn(where);
  return piece;
}

interface Frame {
  readonly letter: string;
  readonly head: Buffer;
  readonly body: Buffer;
}

async function readFrame(source: Source, where: string): Promise<Frame> {
  const head = await source.upTo(FRAME_HEAD);
  if (head.length < FRAME_HEAD) throw cutShort(source.position);
  const length = head.readUInt32BE(1);
  if (length > LONGEST_FRAME) throw changedIn(where);
  const body = await source.upTo(length);
  if (body.length < length) throw cutShort(source.position);
  return { letter: head.toString('latin1', 0, 1), head, body };
}

function parsed<Schema extends z.ZodType>(schema: Schema, body: Buffer, where: string): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(body.toString('utf8')));
  } catch {
    throw changedIn(where);
  }
}

function raise(error: Error): never {
  throw error;
}
