// What a signature says of itself, and the digest over exactly that, which the ledger keeps. Pure.
import { canonicalText, sha256 } from '#kernel/canonical.ts';

export interface SignatureFacts {
  readonly school: string;
  readonly id: string;
  readonly person: string;
  /** What signing it means: `adoption`, `acknowledgement` … */
  readonly purpose: string;
  /** The adoption, the acknowledgement … that it belongs to, and to no other. */
  readonly subject: string;
  /** SHA-256 of the document as canonical JSON. */
  readonly document: string;
  /** SHA-256 of the exact text that was shown. */
  readonly text: string;
  /** The role in which the person signed. */
  readonly capacity: string;
  /** Who holds that role and was away; left out where the signer holds it. */
  readonly standingInFor?: string | undefined;
  readonly typedName: string;
  /** What the person was told that typing their name means. */
  readonly consent: string;
  /** ISO 8601 instant. */
  readonly at: string;
  /** Where it was signed by hand: the day written there, who recorded it, and the SHA-256 of the scan. */
  readonly paper: { readonly on: string; readonly recordedBy: string; readonly scan: string | null } | null;
  /** Random, so that nobody who sees the digest alone can try names. */
  readonly salt: string;
}

export const signatureDigest = ({ paper, ...facts }: SignatureFacts): string =>
  sha256(canonicalText({ v: 1, ...facts, paper: paper && { ...paper } }));
