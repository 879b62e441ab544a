// One person signs one exact text. The caller’s action is sealed, asks for a fresh factor, and says who may.
import { randomBytes } from 'node:crypto';
import { canonicalText, sha256, type Json } from '#kernel/canonical.ts';
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { inPerson, peopleByIds, personName } from '#features/people/index.ts';
import { CONSENT, PAPER_CONSENT } from './consent.ts';
import { signatureDigest, type SignatureFacts } from './facts.ts';
import { isOwnName } from './own-name.ts';
import { insertSignatures, keepText, signatureRows } from './queries.ts';

export interface Signing {
  readonly purpose: string;
  /** The adoption, the acknowledgement … : each person signs it once. */
  readonly subjectId: string;
  /** The whole document that is signed, as data. */
  readonly document: Json;
  /** Exactly the text that the page shows. */
  readonly text: string;
  /** SHA-256 of the text that the person saw, as the page gave it back. */
  readonly seen: string;
  readonly capacity: string;
  /** Who holds that role and is away; left out, the signer holds it. */
  readonly standingInFor?: string;
  readonly typedName: string;
  /** Left out: the usual wording, `CONSENT`. */
  readonly consent?: string;
  /** A signature by hand, recorded by whoever acts. */
  readonly paper?: { readonly personId: string; readonly on: string; readonly scanSha256: string | null };
}

export interface Signed {
  readonly id: string;
  readonly digest: string;
}

/** @throws for a name that is not the signer’s own, a text other than the one seen, a second signature on the same thing */
export async function sign(context: Context, signing: Signing): Promise<Signed> {
  const { actor, db, scopeId, now } = context;
  const { purpose, subjectId, paper } = signing;
  if (!inPerson.allows(actor)) {
    throw fail.forbidden({
      code: 'not-signed-in-person',
      message: 'A signature is given by a person who is signed in, never by an access token.',
      remedy: 'Sign in and do it on the page.',
    });
  }
  const personId = paper?.personId ?? context.personId;
  await mustBeOwnName(context, personId, signing);
  const texts = { document: canonicalText(signing.document), text: signing.text };
  if (sha256(texts.text) !== signing.seen) {
    throw fail.conflict({
      code: 'text-changed',
      message: 'The text has changed since you opened it, so what you read is not what you would sign.',
      remedy: 'Read it again, then sign.',
    });
  }
  const [before] = await signatureRows(db, scopeId, { purpose, subjectId, personId });
  if (before) {
    throw fail.conflict({
      code: 'already-signed',
      message: 'This has been signed by this person already.',
      remedy: 'There is nothing left to do: a signature stays as it is.',
    });
  }
  const facts: SignatureFacts = {
    school: scopeId,
    id: context.newId(),
    person: personId,
    purpose,
    subject: subjectId,
    document: await keepText(db, scopeId, texts.document, now),
    text: await keepText(db, scopeId, texts.text, now),
    capacity: signing.capacity,
    standingInFor: signing.standingInFor,
    typedName: signing.typedName.trim(),
    consent: paper ? PAPER_CONSENT : (signing.consent ?? CONSENT),
    at: now,
    paper: paper ? { on: paper.on, recordedBy: context.personId, scan: paper.scanSha256 } : null,
    salt: randomBytes(16).toString('hex'),
  };
  const digest = signatureDigest(facts);
  await insertSignatures(db, [{ facts, digest }]);
  context.remark({
    about: { signature: facts.id, signatureSha256: digest, document: facts.document },
    people: [personId],
  });
  return { id: facts.id, digest };
}

async function mustBeOwnName({ db, scopeId }: Context, personId: string, { typedName, paper }: Signing): Promise<void> {
  const [person] = await peopleByIds(db, scopeId, [personId]);
  if (!person) throw fail.notFound('person');
  if (isOwnName(typedName, person)) return;
  const message = paper
    ? `Write the name of the person who signed, ${personName(person)}.`
    : `Type your own name, ${personName(person)}.`;
  throw fail.invalid({
    code: 'not-the-own-name',
    message: paper
      ? 'This is not the name of the person who signed.'
      : 'A signature is the name of the person who signs.',
    remedy: message,
    fields: [{ field: 'typedName', message }],
  });
}
