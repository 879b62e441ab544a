// Signatures that people gave by hand on one sheet, recorded by somebody who has it before them: each with a digest of its facts and the scan.
import { randomBytes } from 'node:crypto';
import { canonicalText, type Json } from '#kernel/canonical.ts';
import type { Context } from '#kernel/context.ts';
import { PAPER_CONSENT } from './consent.ts';
import { signatureDigest, type SignatureFacts } from './facts.ts';
import { insertSignatures, keepText } from './queries.ts';
import type { Signed } from './sign.ts';

export interface SignedSheet {
  readonly purpose: string;
  /** The whole document that is signed, as data. */
  readonly document: Json;
  /** Exactly the text that stands on the sheet. */
  readonly text: string;
  /** The day written on the sheet. */
  readonly on: string;
  readonly scanSha256: string | null;
  readonly people: readonly {
    readonly personId: string;
    /** Their acknowledgement …: each person signs it once. */
    readonly subjectId: string;
    readonly capacity: string;
    /** As the school knows them: the recorder vouches that it is theirs. */
    readonly name: string;
  }[];
}

/** The caller’s action is sealed, and says who may. @returns the signatures in the order of the people */
export async function signOnPaper(context: Context, sheet: SignedSheet): Promise<Signed[]> {
  const { db, scopeId, now, newId, personId: recordedBy } = context;
  const document = await keepText(db, scopeId, canonicalText(sheet.document), now);
  const text = await keepText(db, scopeId, sheet.text, now);
  const signatures = sheet.people.map(({ personId, subjectId, capacity, name }) => {
    const facts: SignatureFacts = {
      school: scopeId,
      id: newId(),
      person: personId,
      purpose: sheet.purpose,
      subject: subjectId,
      document,
      text,
      capacity,
      typedName: name,
      consent: PAPER_CONSENT,
      at: now,
      paper: { on: sheet.on, recordedBy, scan: sheet.scanSha256 },
      salt: randomBytes(16).toString('hex'),
    };
    return { facts, digest: signatureDigest(facts) };
  });
  await insertSignatures(db, signatures);
  context.remark({ about: { signatureSha256s: signatures.map(({ digest }) => digest), document } });
  return signatures.map(({ facts, digest }) => ({ id: facts.id, digest }));
}
