// Locks a small value (a second-factor seed, a mail password, a signing key) so that the database alone gives nothing away.
import type { Keyring } from './keyring.ts';
import {
  beginOpening,
  beginSealing,
  HEADER_BYTES,
  keyIdIn,
  openPiece,
  PLAIN_PIECE_BYTES,
  SEALED_PIECE_BYTES,
  sealPiece,
} from './sealed-format.ts';

/**
 * AES-256-GCM under the ring's current key.
 * @param context where the value belongs, such as `totp/<school>/<person>`; it opens nowhere else
 */
export function seal(ring: Keyring, plain: Uint8Array | string, context: string): Uint8Array {
  const bytes = typeof plain === 'string' ? Buffer.from(plain, 'utf8') : plain;
  const sealing = beginSealing(ring, context);
  const pieces = inPieces(bytes, PLAIN_PIECE_BYTES).map((piece, index, all) =>
    sealPiece(sealing, index, index === all.length - 1, piece),
  );
  return Buffer.concat([sealing.header, ...pieces]);
}

/** Fails with kind `internal` if anything was changed or moved, with `unavailable` if its key is not on the ring. */
export function open(ring: Keyring, sealed: Uint8Array, context: string): Uint8Array {
  const sealing = beginOpening(ring, sealed.subarray(0, HEADER_BYTES), context);
  const pieces = inPieces(sealed.subarray(HEADER_BYTES), SEALED_PIECE_BYTES).map((piece, index, all) =>
    openPiece(sealing, index, index === all.length - 1, piece),
  );
  return Buffer.concat(pieces);
}

export function openText(ring: Keyring, sealed: Uint8Array, context: string): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(open(ring, sealed, context));
}

/** Is this locked with a key that is no longer the one in use? Reads the first 41 bytes only. */
export function needsRotation(ring: Keyring, sealed: Uint8Array): boolean {
  return keyIdIn(sealed) !== ring.current;
}

/** The same value under the current key. */
export function reseal(ring: Keyring, sealed: Uint8Array, context: string): Uint8Array {
  return seal(ring, open(ring, sealed, context), context);
}

/** Cuts into pieces of `size`; the last may be shorter, and nothing at all is one empty piece. */
function inPieces(bytes: Uint8Array, size: number): Uint8Array[] {
  const count = Math.max(1, Math.ceil(bytes.length / size));
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
}
