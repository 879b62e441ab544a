// How a locked value or file is laid out: a header naming its key, then pieces that cannot be altered, moved or left out.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { fail } from './errors.ts';
import type { Failure } from './errors.ts';
import { deriveKey, keyNamed, type Key, type KeyId, type Keyring } from './keyring.ts';
import { reveal } from './secret.ts';

// header: version (1 byte) · key id (8 bytes) · salt (32 bytes)
// then, per 64 KiB of plain text: AES-256-GCM cipher text · tag (16 bytes)
//
// Every sealing has a key of its own, derived from the named key and the random salt, so a nonce can simply count. It
// also says "this is the last piece": a cut-off, swapped or repeated piece does not open. Header and context are
// authenticated with every piece.
// (The STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015.)
const VERSION = 1;
const SALT_BYTES = 32;
const TAG_BYTES = 16;
export const HEADER_BYTES = 1 + 8 + SALT_BYTES;
export const PLAIN_PIECE_BYTES = 64 * 1024;
export const SEALED_PIECE_BYTES = PLAIN_PIECE_BYTES + TAG_BYTES;

export interface Sealing {
  readonly header: Uint8Array;
  readonly key: Key;
  /** What every piece is tied to besides its own bytes. */
  readonly bound: Uint8Array;
}

export function beginSealing(ring: Keyring, context: string): Sealing {
  const header = Buffer.concat([Buffer.of(VERSION), Buffer.from(ring.current, 'hex'), randomBytes(SALT_BYTES)]);
  return sealingOf(ring, header, context);
}

export function beginOpening(ring: Keyring, header: Uint8Array, context: string): Sealing {
  if (header.length !== HEADER_BYTES || header[0] !== VERSION) throw unreadable();
  return sealingOf(ring, header, context);
}

export function keyIdIn(header: Uint8Array): KeyId {
  if (header.length < HEADER_BYTES || header[0] !== VERSION) throw unreadable();
  return Buffer.from(header.subarray(1, 9)).toString('hex');
}

export function sealPiece(sealing: Sealing, index: number, last: boolean, plain: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', reveal(sealing.key), nonce(index, last), { authTagLength: TAG_BYTES });
  cipher.setAAD(sealing.bound);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

export function openPiece(sealing: Sealing, index: number, last: boolean, sealed: Uint8Array): Uint8Array {
  if (sealed.length < TAG_BYTES) throw unreadable();
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', reveal(sealing.key), nonce(index, last), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(sealing.bound).setAuthTag(sealed.subarray(end));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()]);
  } catch {
    throw unreadable();
  }
}

export function unreadable(): Failure {
  return fail.internal(new Error('A sealed value was altered, was cut short, or belongs to another place.'));
}

function sealingOf(ring: Keyring, header: Uint8Array, context: string): Sealing {
  const named = keyNamed(ring, keyIdIn(header));
  const key = deriveKey(named, `sealed v${VERSION}`, header.subarray(HEADER_BYTES - SALT_BYTES));
  return { header, key, bound: Buffer.concat([header, Buffer.from(context, 'utf8')]) };
}

function nonce(index: number, last: boolean): Uint8Array {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(index, 7);
  bytes.writeUInt8(last ? 1 : 0, 11);
  return bytes;
}
