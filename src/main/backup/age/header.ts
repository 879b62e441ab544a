// The head of an age file: the key of the file, locked once for each recipient, and a mark that the head is unchanged.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';
import { publicBytes, publicKeyOf, type Identity, type Recipient } from './keys.ts';

const INTRO = 'age-encryption.org/v1';
const X25519_INFO = 'age-encryption.org/v1/X25519';
const TAG_BYTES = 16;
const NO_SALT = new Uint8Array(0);
const ZERO_NONCE = new Uint8Array(12);
/** A head is some hundred bytes; whatever is longer was not made for us. */
export const LONGEST_HEAD = 64 * 1024;

export const AGE_INTRO = Buffer.from(`${INTRO}\n`);

export function makeHead(fileKey: Uint8Array, recipients: readonly Recipient[]): Buffer {
  const stanzas = recipients.map((recipient) => stanzaFor(fileKey, recipient)).join('');
  const body = `${INTRO}\n${stanzas}---`;
  return Buffer.from(`${body} ${unpadded(macOf(fileKey, body))}\n`);
}

function stanzaFor(fileKey: Uint8Array, recipient: Recipient): string {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const share = publicBytes(publicKey);
  const secret = diffieHellman({ privateKey, publicKey: publicKeyOf(recipient) });
  const cipher = createCipheriv('chacha20-poly1305', wrapKey(secret, share, recipient), ZERO_NONCE, {
    authTagLength: TAG_BYTES,
  });
  const locked = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
  return `-> X25519 ${unpadded(share)}\n${unpadded(locked)}\n`;
}

export type OpenedHead = { readonly fileKey: Uint8Array } | 'wrong key' | 'damaged';

/** @param head from its first line to the line that begins with `---` and its end */
export function openHead(head: Buffer, identities: readonly Identity[]): OpenedHead {
  const text = head.toString('latin1');
  const parts = /^(age-encryption\.org\/v1\n(?:[^\n]*\n)*?---) ([A-Za-z0-9+/]{43})\n$/.exec(text);
  if (!parts) return 'damaged';
  const [, body = '', mac = ''] = parts;
  for (const [, share = '', locked = ''] of body.matchAll(/^-> X25519 ([A-Za-z0-9+/]{43})\n([A-Za-z0-9+/]{43})$/gm)) {
    for (const identity of identities) {
      const fileKey = openStanza(Buffer.from(share, 'base64'), Buffer.from(locked, 'base64'), identity);
      if (fileKey === null) continue;
      return timingSafeEqual(macOf(fileKey, body), Buffer.from(mac, 'base64')) ? { fileKey } : 'damaged';
    }
  }
  return 'wrong key';
}

function openStanza(share: Buffer, locked: Buffer, identity: Identity): Uint8Array | null {
  try {
    const publicKey: KeyObject = publicKeyOf({ text: '', bytes: share });
    const secret = diffieHellman({ privateKey: identity.privateKey, publicKey });
    const key = wrapKey(secret, share, identity.recipient);
    const decipher = createDecipheriv('chacha20-poly1305', key, ZERO_NONCE, { authTagLength: TAG_BYTES });
    decipher.setAuthTag(locked.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(locked.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch {
    return null; // for somebody else
  }
}

const wrapKey = (secret: Uint8Array, share: Uint8Array, recipient: Recipient): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, Buffer.concat([share, recipient.bytes]), X25519_INFO, 32));

const macOf = (fileKey: Uint8Array, body: string): Buffer =>
  createHmac('sha256', new Uint8Array(hkdfSync('sha256', fileKey, NO_SALT, 'header', 32)))
    .update(body, 'latin1')
    .digest();

const unpadded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '');
