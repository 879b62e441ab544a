// The ledger's arithmetic: entries, seals and their verification. Anybody can re-compute it from an export.
import { sign, verify, type KeyObject } from 'node:crypto';
import { canonicalText, sha256, type Json } from './canonical.ts';

/** What one entry says: ids, clauses, outcome and a salted digest of the details. Never a name or a word. */
export interface EntryFacts {
  readonly scopeId: string;
  readonly id: string;
  /** ISO 8601 instant, exactly as hashed. */
  readonly at: string;
  readonly action: string;
  readonly actor: Readonly<Record<string, string>>;
  readonly outcome: 'done' | 'forbidden' | 'refused-by-policy';
  readonly about: Readonly<Record<string, Json>>;
  readonly clauses: readonly string[];
  /** The policy version in force, where the action read it. */
  readonly policy: string | null;
  readonly code?: string;
  /** SHA-256 of salt and canonical detail. */
  readonly detailSha256?: string;
}

export interface Entry {
  readonly scopeId: string;
  readonly id: string;
  readonly at: string;
  readonly body: string;
  readonly sha256: string;
}

export function makeEntry(facts: EntryFacts): Entry {
  const { scopeId, id, at, detailSha256, code, ...rest } = facts;
  const body = canonicalText({
    v: 1,
    scope: scopeId,
    id,
    at,
    ...rest,
    ...(code === undefined ? {} : { code }),
    ...(detailSha256 === undefined ? {} : { detail: detailSha256 }),
  });
  return { scopeId, id, at, body, sha256: sha256(body) };
}

export const detailDigest = (salt: string, detail: Json): string => sha256(`${salt}\n${canonicalText(detail)}`);

/** The seal before the first. */
export const GENESIS = '0'.repeat(64);

export interface Seal {
  readonly scopeId: string;
  readonly n: number;
  readonly at: string;
  readonly entryIds: readonly string[];
  readonly entrySha256s: readonly string[];
  readonly previous: string;
  readonly sha256: string;
  readonly keyId: string;
  /** Ed25519 (RFC 8032) over the 32 bytes of `sha256`, base64. */
  readonly signature: string;
}

export type SealFacts = Omit<Seal, 'sha256' | 'keyId' | 'signature'>;

/** Canonical JSON written out by hand: every value is an id, a digest or a number, so nothing needs escaping. */
export function sealDigest({ at, entryIds, entrySha256s, n, previous, scopeId }: SealFacts): string {
  const entries = entryIds.map((id, i) => `["${id}","${entrySha256s[i] ?? ''}"]`).join(',');
  return sha256(`{"at":"${at}","entries":[${entries}],"n":${n},"previous":"${previous}","scope":"${scopeId}","v":1}`);
}

export function makeSeal(facts: SealFacts, key: { id: string; privateKey: KeyObject }): Seal {
  const digest = sealDigest(facts);
  const signature = sign(null, Buffer.from(digest, 'hex'), key.privateKey).toString('base64');
  return { ...facts, sha256: digest, keyId: key.id, signature };
}

/** In the thread pool, so that many signatures are checked beside each other. */
export const sealSignatureHolds = (seal: Seal, publicKey: KeyObject): Promise<boolean> =>
  new Promise((resolve) => {
    const signature = Buffer.from(seal.signature, 'base64');
    verify(null, Buffer.from(seal.sha256, 'hex'), publicKey, signature, (error, holds) =>
      resolve(error === null && holds),
    );
  });

/** The short code that people see and compare: `9f2c 81d4 6b0e`. */
export const fingerprint = (digest: string): string => digest.slice(0, 12).replaceAll(/(.{4})(?=.)/g, '$1 ');
