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
  const source = flow(sealed);
  try {
    const start = await atLeast(source, HEADER_BYTES);
    const sealing = beginOpening(ring, start.subarray(0, HEADER_BYTES), context);
    let index = 0;
    for await (const piece of inPieces(followedBy(start.subarray(HEADER_BYTES), source), SEALED_PIECE_BYTES)) {
      yield openPiece(sealing, index++, piece.last, piece.bytes);
    }
  } finally {
    await source.return(undefined); // closes the file also where its header was already wrong
  }
}

async function atLeast(source: AsyncGenerator<Uint8Array>, length: number): Promise<Uint8Array> {
  let start = Buffer.alloc(0);
  while (start.length < length) {
    const next = await source.next();
    if (next.done === true) throw unreadable();
    start = Buffer.concat([start, next.value]);
  }
  return start;
}

async function* followedBy(start: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield start;
  yield* rest;
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
