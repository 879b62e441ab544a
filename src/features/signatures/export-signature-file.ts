// Gathers one signature with its document, text, ledger entry, seal and public key, for a file that proves itself.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { schoolRow } from '#features/schools/index.ts';
import { entryOfSignature, publicKeyOf, sealOfEntry, signedTexts, type wholeSignature } from './queries.ts';
import type { SignatureFile } from './signature-file.ts';

type Row = NonNullable<Awaited<ReturnType<typeof wholeSignature>>>;

/** @throws `unavailable` in the second before the ledger has sealed it */
export async function signatureFileOf({ db, scopeId }: Context, row: Row): Promise<SignatureFile> {
  const [school, texts, entry] = await Promise.all([
    schoolRow(db, scopeId),
    signedTexts(db, scopeId, [row.document_sha256, row.text_sha256]),
    entryOfSignature(db, scopeId, row.signed_at, row.digest),
  ]);
  const [document, text] = [texts.get(row.document_sha256), texts.get(row.text_sha256)];
  if (!entry || document === undefined || text === undefined) throw fail.notFound('record of this signature');
  const seal = await sealOfEntry(db, scopeId, { id: entry.id, at: row.signed_at });
  const publicKey = seal && (await publicKeyOf(db, seal.key_id));
  if (!seal || !publicKey) {
    throw fail.unavailable({
      code: 'not-sealed-yet',
      message: 'The ledger has not sealed this signature yet.',
      remedy: 'Try again in a few seconds.',
    });
  }
  return {
    gatepost: 'signature',
    v: 1,
    school: school?.name ?? '',
    signature: {
      school: scopeId,
      id: row.id,
      person: row.person_id,
      purpose: row.purpose,
      subject: row.subject_id,
      document: row.document_sha256,
      text: row.text_sha256,
      capacity: row.capacity,
      ...(row.standing_in_for === null ? {} : { standingInFor: row.standing_in_for }),
      typedName: row.typed_name,
      consent: row.consent,
      at: asHashed(row.signed_at),
      paper:
        row.recorded_by === null ? null : { on: row.signed_on!, recordedBy: row.recorded_by, scan: row.scan_sha256 },
      salt: row.salt,
    },
    document: JSON.parse(document) as SignatureFile['document'],
    text,
    entry: entry.body,
    seal: {
      scopeId: seal.scope_id,
      n: Number(seal.n),
      at: asHashed(seal.at),
      entryIds: seal.entry_ids,
      entrySha256s: seal.entry_sha256s,
      previous: seal.previous,
      sha256: seal.sha256,
      keyId: seal.key_id,
      signature: seal.signature,
    },
    key: { id: seal.key_id, publicKey },
  };
}

/** PostgreSQL keeps the moment; this writes it as it was written when it was hashed. */
const asHashed = (at: string): string => Temporal.Instant.from(at).toString();
