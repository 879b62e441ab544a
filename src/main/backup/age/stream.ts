// The body of an age file: 64 KiB pieces, each sealed with a number and a mark on the last, so that none can be changed,
// moved, left out or cut off (STREAM of Hoang, Reyhanitabar, Rogaway and Vizár, with ChaCha20-Poly1305).
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { atByte, cutShort, notForThisKey, wrongEnd } from '../faults.ts';
import { createSource, type Bytes, type Source } from '../source.ts';
import { AGE_INTRO, LONGEST_HEAD, makeHead, openHead } from './header.ts';
import type { Identity, Recipient } from './keys.ts';

const FILE_KEY_BYTES = 16;
const NONCE_BYTES = 16;
const PLAIN_PIECE = 64 * 1024;
const TAG_BYTES = 16;
const SEALED_PIECE = PLAIN_PIECE + TAG_BYTES;

/** @param recipients at least one; each can open it alone */
export async function* lockFor(recipients: readonly Recipient[], plain: Bytes): AsyncGenerator<Buffer> {
  const fileKey = randomBytes(FILE_KEY_BYTES);
  const nonce = randomBytes(NONCE_BYTES);
  yield makeHead(fileKey, recipients);
  yield nonce;
  const key = payloadKey(fileKey, nonce);
  const source = createSource(plain);
  try {
    let piece = await source.upTo(PLAIN_PIECE);
    for (let index = 0; ; index += 1) {
      const next = piece.length < PLAIN_PIECE ? null : await source.upTo(PLAIN_PIECE);
      const last = next === null || next.length === 0;
      yield* sealPiece(key, index, last, piece);
      if (last) return;
      piece = next;
    }
  } finally {
    await source.close();
  }
}

/** Each piece is checked before it is handed on. @throws a failure that says where the file was changed or cut */
export async function* unlock(identities: readonly Identity[], locked: Source): AsyncGenerator<Buffer> {
  const head = await readHead(locked);
  const opened = openHead(head, identities);
  if (opened === 'wrong key') throw notForThisKey();
  if (opened === 'damaged') throw atByte(0);
  const nonce = await locked.upTo(NONCE_BYTES);
  if (nonce.length < NONCE_BYTES) throw cutShort(locked.position);
  const key = payloadKey(opened.fileKey, nonce);
  for (let index = 0; ; index += 1) {
    const from = locked.position;
    const piece = await locked.upTo(SEALED_PIECE);
    const last = piece.length < SEALED_PIECE || (await locked.atEnd());
    const plain = openPiece(key, index, last, piece);
    if (plain === null) throw last ? endFault(key, index, piece, from) : atByte(from);
    // An empty last piece is only right for an empty file.
    if (last && plain.length === 0 && index > 0) throw atByte(from);
    yield plain;
    if (last) return;
  }
}

function endFault(key: Uint8Array, index: number, piece: Buffer, from: number) {
  if (piece.length < SEALED_PIECE) return wrongEnd(from);
  // A whole piece that is good, but not the last one: the file was cut just behind it.
  return openPiece(key, index, false, piece) === null ? atByte(from) : cutShort(from + piece.length);
}

async function readHead(locked: Source): Promise<Buffer> {
  const lines: Buffer[] = [];
  for (let length = 0; length < LONGEST_HEAD;) {
    const line = await locked.line(LONGEST_HEAD);
    if (line === null) throw cutShort(locked.position);
    if (lines.length === 0 && !line.equals(AGE_INTRO)) throw atByte(0);
    lines.push(line);
    length += line.length;
    if (line.subarray(0, 3).toString('latin1') === '---') return Buffer.concat(lines);
  }
  throw atByte(0);
}

const payloadKey = (fileKey: Uint8Array, nonce: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32));

function sealPiece(key: Uint8Array, index: number, last: boolean, plain: Uint8Array): Buffer[] {
  const cipher = createCipheriv('chacha20-poly1305', key, numbered(index, last), { authTagLength: TAG_BYTES });
  const sealed = cipher.update(plain);
  cipher.final();
  return [sealed, cipher.getAuthTag()];
}

function openPiece(key: Uint8Array, index: number, last: boolean, piece: Buffer): Buffer | null {
  if (piece.length < TAG_BYTES) return null;
  const decipher = createDecipheriv('chacha20-poly1305', key, numbered(index, last), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(piece.subarray(-TAG_BYTES));
  const plain = decipher.update(piece.subarray(0, -TAG_BYTES));
  try {
    decipher.final();
    return plain;
  } catch {
    return null;
  }
}

function numbered(index: number, last: boolean): Uint8Array {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce.writeUInt8(last ? 1 : 0, 11);
  return nonce;
}
