// Locks and unlocks a file piece by piece as it flows by, in the memory of two pieces however long it is.
import type { Keyring } from './keyring.ts';
import {
  beginOpening,
  beginSealing,
  HEADER_BYTES,
  openPiece,
  PLAIN_PIECE_BYTES,
  SEALED_PIECE_BYTES,
  sealPiece,
  unreadable,
} from './sealed-format.ts';

export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Same layout as `seal`, so either can open what the other closed. */
export async function* sealStream(ring: Keyring, plain: Bytes, context: string): AsyncGenerator<Uint8Array> {
  const sealing = beginSealing(ring, context);
  yield sealing.header;
  let index = 0;
  for await (const piece of inPieces(plain, PLAIN_PIECE_BYTES)) {
    yield sealPiece(sealing, index++, piece.last, piece.bytes);
  }
}

/**
 * Each piece is checked before it is handed on. A stream that ends without an error was whole;
 * one that throws half-way must be thrown away.
 */
export async function* openStream(ring: Keyring, sealed: Bytes, context: string): AsyncGenerator<Uint8Array> {
  const { header, rest } = await splitHeader(sealed);
  const sealing = beginOpening(ring, header, context);
  let index = 0;
  for await (const piece of inPieces(rest, SEALED_PIECE_BYTES)) {
    yield openPiece(sealing, index++, piece.last, piece.bytes);
  }
}

async function splitHeader(sealed: Bytes): Promise<{ header: Uint8Array; rest: AsyncGenerator<Uint8Array> }> {
  const source = flow(sealed);
  let start = Buffer.alloc(0);
  while (start.length < HEADER_BYTES) {
    const next = await source.next();
    if (next.done === true) throw unreadable();
    start = Buffer.concat([start, next.value]);
  }
  async function* rest(): AsyncGenerator<Uint8Array> {
    yield start.subarray(HEADER_BYTES);
    yield* source;
  }
  return { header: start.subarray(0, HEADER_BYTES), rest: rest() };
}

async function* flow(bytes: Bytes): AsyncGenerator<Uint8Array> {
  yield* bytes;
}

/** Pieces of exactly `size`, except the last, which is marked; a piece is held back until it is known whether more follows. */
async function* inPieces(source: Bytes, size: number): AsyncGenerator<{ bytes: Uint8Array; last: boolean }> {
  let piece = Buffer.alloc(size);
  let filled = 0;
  for await (const bytes of source) {
    for (let taken = 0; taken < bytes.length;) {
      if (filled === size) {
        yield { bytes: piece, last: false };
        piece = Buffer.alloc(size);
        filled = 0;
      }
      const part = bytes.subarray(taken, taken + size - filled);
      piece.set(part, filled);
      filled += part.length;
      taken += part.length;
    }
  }
  yield { bytes: piece.subarray(0, filled), last: true };
}
