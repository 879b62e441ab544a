// The keys that lock what Gatepost keeps: one in use, older ones kept so that what they locked can still be read.
import { hkdfSync } from 'node:crypto';
import { fail } from './errors.ts';
import { reveal, Secret } from './secret.ts';

export const KEY_BYTES = 32;
/** A key's public name: 16 hexadecimal digits computed from the key, so that it is the same wherever the key turns up. */
export type KeyId = string;
export type Key = Secret<Uint8Array>;

export interface Keyring {
  /** Locks everything from now on. */
  readonly current: KeyId;
  readonly keys: ReadonlyMap<KeyId, Key>;
}

/** HKDF-SHA-256 (RFC 5869). The label says what the key is for, so that no two uses ever share one. */
export function deriveKey(key: Key, label: string, salt: Uint8Array = new Uint8Array(0), bytes = KEY_BYTES): Key {
  return new Secret(new Uint8Array(hkdfSync('sha256', reveal(key), salt, `gatepost ${label}`, bytes)));
}

/** @param keys 32 random bytes each, the one in use first */
export function keyringOf(keys: readonly [Key, ...Key[]]): Keyring {
  const named = keys.map((key) => [keyId(key), key] as const);
  return { current: keyId(keys[0]), keys: new Map(named) };
}

/** The same ring for one purpose only, such as `totp` or `files/<school>`: its keys open nothing of another purpose. */
export function keyringFor(ring: Keyring, purpose: string): Keyring {
  const keys = [...ring.keys].map(([id, key]) => [id, deriveKey(key, `purpose ${purpose}`)] as const);
  return { current: ring.current, keys: new Map(keys) };
}

export function keyNamed(ring: Keyring, id: KeyId): Key {
  const key = ring.keys.get(id);
  if (key !== undefined) return key;
  throw fail.unavailable({
    code: 'key-missing',
    message: `This is locked with key ${id}, which this installation does not have.`,
    remedy: 'Put the key file that was in use when it was stored back in place. Without that key it cannot be read.',
  });
}

function keyId(key: Key): KeyId {
  return Buffer.from(reveal(deriveKey(key, 'key id', undefined, 8))).toString('hex');
}
