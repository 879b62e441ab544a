// Recomputes an exported signature from its file alone: document, text, name, time, ledger entry, seal and key. No database, no clock.
import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { canonicalText, sha256, type Json } from '#kernel/canonical.ts';
import { sealDigest, sealSignatureHolds } from '#kernel/ledger.ts';
import type { PublicSigningKey } from '#kernel/verify.ts';
import { signatureDigest } from './facts.ts';
import type { SignatureFile } from './signature-file.ts';

export interface SignatureVerdict {
  readonly holds: boolean;
  /** What does not agree, in plain words. */
  readonly problems: readonly string[];
}

/** @param trusted the public key to believe, got from the school; null = the one in the file */
export async function verifySignature(
  file: SignatureFile,
  trusted: PublicSigningKey | null,
): Promise<SignatureVerdict> {
  const problems = [...textProblems(file), ...entryProblems(file), ...sealProblems(file)];
  problems.push(...(await keyProblems(file, trusted)));
  return { holds: problems.length === 0, problems };
}

function textProblems({ signature, document, text }: SignatureFile): string[] {
  return [
    ...(sha256(canonicalText(document as Json)) === signature.document
      ? []
      : ['The document in this file is not the one that was signed: it is another version, or it was changed.']),
    ...(sha256(text) === signature.text ? [] : ['The text in this file is not the text that was signed.']),
  ];
}

const entryShape = z.object({
  scope: z.string(),
  id: z.string(),
  at: z.string(),
  outcome: z.string(),
  actor: z.object({ person: z.string().optional() }),
  about: z.object({
    signature: z.string().optional(),
    signatureSha256: z.string().optional(),
    /** Of everybody who signed on one sheet of paper. */
    signatureSha256s: z.array(z.string()).optional(),
    document: z.string().optional(),
  }),
});

function entryProblems({ signature, entry: body }: SignatureFile): string[] {
  const read = parsed(body);
  if (!read) return ['The ledger entry in this file cannot be read.'];
  const problems: string[] = [];
  const { about } = read;
  const digest = signatureDigest(signature);
  const isOfSheet = signature.paper !== null && about.signatureSha256s?.includes(digest) === true;
  if (about.signatureSha256 !== digest && !isOfSheet) {
    problems.push(
      'What the ledger recorded is not this signature: the name, the role, the wording, the time or the thing signed was changed.',
    );
  }
  const signer = signature.paper?.recordedBy ?? signature.person;
  const agrees =
    (isOfSheet || about.signature === signature.id) &&
    about.document === signature.document &&
    read.scope === signature.school &&
    read.at === signature.at &&
    read.actor.person === signer &&
    read.outcome === 'done';
  if (!agrees) problems.push('The ledger entry speaks of another signature, another person or another time.');
  return problems;
}

function sealProblems({ signature, entry: body, seal }: SignatureFile): string[] {
  const place = seal.entryIds.indexOf(parsed(body)?.id ?? '');
  return [
    ...(place >= 0 && seal.entrySha256s[place] === sha256(body)
      ? []
      : [
          'The ledger entry is not the one that was sealed: it was changed after the seal, or the seal is another one.',
        ]),
    ...(seal.scopeId === signature.school ? [] : ['The seal is of another school.']),
    ...(sealDigest(seal) === seal.sha256 ? [] : ['The seal was changed: it does not match its own digest.']),
  ];
}

async function keyProblems({ seal, key }: SignatureFile, trusted: PublicSigningKey | null): Promise<string[]> {
  if (trusted && trusted.id !== seal.keyId)
    return [`The seal was made with the key ${seal.keyId}, not with the key that you trust (${trusted.id}).`];
  const believed = trusted ?? key;
  const publicKey = readKey(believed.publicKey);
  if (!publicKey) return ['The public key cannot be read.'];
  if (believed.id !== seal.keyId || (!trusted && sha256(key.publicKey).slice(0, 16) !== key.id))
    return ['The public key in this file is not the one that the seal names.'];
  const holds = await sealSignatureHolds(seal, publicKey).catch(() => false);
  return holds ? [] : ['The seal was not signed with this key.'];
}

function parsed(body: string): z.infer<typeof entryShape> | null {
  try {
    return entryShape.parse(JSON.parse(body));
  } catch {
    return null;
  }
}

function readKey(pem: string): KeyObject | null {
  try {
    return createPublicKey(pem);
  } catch {
    return null;
  }
}
