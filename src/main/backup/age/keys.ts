// Keys of age (https://age-encryption.org/v1): whoever makes a backup knows the public half, whoever may read it the other.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { fail } from '#kernel/errors.ts';
import { reveal, Secret } from '#kernel/secret.ts';
import { bech32, fromBech32 } from '#kernel/bech32.ts';

const KEY_BYTES = 32;
/** What stands before the 32 bytes of an X25519 key in DER (RFC 8410). */
const PRIVATE_DER = Buffer.from('302e020100300506032b656e04220420', 'hex');
const PUBLIC_DER = Buffer.from('302a300506032b656e032100', 'hex');

/** The public half, by which a file is locked. */
export interface Recipient {
  /** `age1…` */
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** The private half, which opens it. */
export interface Identity {
  readonly recipient: Recipient;
  readonly privateKey: KeyObject;
}

/** @returns the private half as it is written down: `AGE-SECRET-KEY-1…` */
export function newIdentity(): Secret {
  const der = generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'der' });
  return new Secret(bech32('age-secret-key-', der.subarray(-KEY_BYTES)).toUpperCase());
}

/** @throws when it is no such key, or a letter of it was mistyped */
export function identityFrom(text: Secret): Identity {
  const bytes = fromBech32('age-secret-key-', reveal(text).trim());
  if (bytes?.length !== KEY_BYTES) {
    throw fail.invalid({
      code: 'not-a-recovery-key',
      message: 'This is not a recovery key.',
      remedy: 'Give the line of the recovery sheet that begins with AGE-SECRET-KEY-1, every letter of it.',
    });
  }
  const privateKey = createPrivateKey({ key: Buffer.concat([PRIVATE_DER, bytes]), format: 'der', type: 'pkcs8' });
  return { privateKey, recipient: recipientOf(publicBytes(createPublicKey(privateKey))) };
}

/** @throws when it is no such key, or a letter of it was mistyped */
export function recipientFrom(text: string): Recipient {
  const bytes = fromBech32('age', text.trim());
  if (bytes?.length === KEY_BYTES) return recipientOf(bytes);
  const isPrivate = /^age-secret-key-/i.test(text.trim());
  throw fail.invalid({
    code: 'not-a-recipient',
    message: isPrivate
      ? 'This is the secret half of a recovery key; backups are locked with the public half.'
      : `“${text.trim().slice(0, 80)}” is not the public half of a recovery key.`,
    remedy: 'Give the line that begins with age1, every letter of it. Make a pair with: gatepost backup key',
  });
}

export const publicKeyOf = ({ bytes }: Recipient): KeyObject =>
  createPublicKey({ key: Buffer.concat([PUBLIC_DER, bytes]), format: 'der', type: 'spki' });

export const publicBytes = (key: KeyObject): Uint8Array =>
  new Uint8Array(key.export({ type: 'spki', format: 'der' }).subarray(-KEY_BYTES));

const recipientOf = (bytes: Uint8Array): Recipient => ({ text: bech32('age', bytes), bytes });
