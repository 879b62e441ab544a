// Canonical JSON (RFC 8785) and its SHA-256: the bytes that are proven.
import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

export function canonicalText(value: Json): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('This value has no canonical JSON form.');
  return text;
}

/** SHA-256 as lower-case hex. */
export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data);
}
