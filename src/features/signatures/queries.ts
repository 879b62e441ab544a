// Every statement of the signatures feature. Nothing here changes or removes a row.
import { sql } from 'kysely';
import { sha256 } from '#kernel/canonical.ts';
import type { Db } from '#kernel/context.ts';
import type { SignatureFacts } from './facts.ts';

/** @returns its SHA-256; a text that many sign is kept once */
export async function keepText(db: Db, schoolId: string, text: string, now: string): Promise<string> {
  const digest = sha256(text);
  const known = await db
    .selectFrom('signed_text')
    .select('sha256')
    .where('school_id', '=', schoolId)
    .where('sha256', '=', digest)
    .executeTakeFirst();
  if (known) return digest;
  await db
    .insertInto('signed_text')
    .values({ school_id: schoolId, sha256: digest, text, first_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return digest;
}

export async function insertSignatures(
  db: Db,
  signatures: readonly { readonly facts: SignatureFacts; readonly digest: string }[],
): Promise<void> {
  if (signatures.length === 0) return;
  await db
    .insertInto('signature')
    .values(
      signatures.map(({ facts, digest }) => ({
        school_id: facts.school,
        id: facts.id,
        person_id: facts.person,
        purpose: facts.purpose,
        subject_id: facts.subject,
        document_sha256: facts.document,
        text_sha256: facts.text,
        capacity: facts.capacity,
        standing_in_for: facts.standingInFor ?? null,
        typed_name: facts.typedName,
        consent: facts.consent,
        signed_at: facts.at,
        signed_on: facts.paper?.on ?? null,
        recorded_by: facts.paper?.recordedBy ?? null,
        scan_sha256: facts.paper?.scan ?? null,
        salt: facts.salt,
        digest,
      })),
    )
    .execute();
}

export interface WhichSignatures {
  readonly purpose?: string;
  readonly subjectId?: string;
  readonly personId?: string;
  readonly documentSha256?: string;
}

/** The oldest first. */
export const signatureRows = (db: Db, schoolId: string, which: WhichSignatures) =>
  db
    .selectFrom('signature')
    .select(['id', 'person_id', 'purpose', 'subject_id', 'document_sha256', 'text_sha256', 'capacity', 'typed_name'])
    .select(['standing_in_for', 'signed_at', 'signed_on', 'recorded_by', 'scan_sha256', 'digest'])
    .where('school_id', '=', schoolId)
    .$if(which.purpose !== undefined, (query) => query.where('purpose', '=', which.purpose!))
    .$if(which.subjectId !== undefined, (query) => query.where('subject_id', '=', which.subjectId!))
    .$if(which.personId !== undefined, (query) => query.where('person_id', '=', which.personId!))
    .$if(which.documentSha256 !== undefined, (query) => query.where('document_sha256', '=', which.documentSha256!))
    .orderBy('signed_at')
    .orderBy('id')
    .execute();
export type SignatureRow = Awaited<ReturnType<typeof signatureRows>>[number];

export const wholeSignature = (db: Db, schoolId: string, id: string) =>
  db.selectFrom('signature').selectAll().where('school_id', '=', schoolId).where('id', '=', id).executeTakeFirst();

export async function signedTexts(db: Db, schoolId: string, digests: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('signed_text')
    .select(['sha256', 'text'])
    .where('school_id', '=', schoolId)
    .where(sql<boolean>`sha256 = any(${digests}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.sha256, row.text]));
}

/** The ledger entry of a signature: of its own moment, and naming its digest, alone or among those of a sheet. */
export const entryOfSignature = (db: Db, schoolId: string, at: string, digest: string) =>
  db
    .selectFrom('entry')
    .select(['id', 'body'])
    .where('scope_id', '=', schoolId)
    .where('at', '=', at)
    .where('body', 'like', `%"${digest}"%`)
    .executeTakeFirst();

/** The seal over an entry; undefined for the second until there is one. */
export const sealOfEntry = (db: Db, schoolId: string, entry: { readonly id: string; readonly at: string }) =>
  db
    .selectFrom('seal')
    .selectAll()
    .where('scope_id', '=', schoolId)
    .where('at', '>=', entry.at)
    .where(sql<boolean>`${entry.id}::uuid = any(entry_ids)`)
    .orderBy('n')
    .limit(1)
    .executeTakeFirst();

export async function publicKeyOf(db: Db, keyId: string): Promise<string | null> {
  const { rows } = await sql<{ key: string | null }>`select app.public_signing_key(${keyId}) as key`.execute(db);
  return rows[0]?.key ?? null;
}
