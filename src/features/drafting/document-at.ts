// A policy by its address, as links and the command line give it: `in-force`, `version:…`, `model:tpat`, `trust` or `draft:…`.
import { canonicalText, sha256, type Json } from '#kernel/canonical.ts';
import type { Context, Db } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import {
  documentInForce,
  documentOf,
  isModelPolicy,
  issuedOf,
  loadModelPolicy,
  localDate,
  trustDocumentOn,
  versionRows,
  type PolicyDocument,
} from '#features/policy/index.ts';
import { readsDraft } from './access.ts';
import { adoptedDraft, authorsOf, draftRow, stateOf } from './queries.ts';
import { draftDocument } from './standing.ts';
import { namesOf } from './writers.ts';

export interface FoundDocument {
  readonly address: string;
  readonly kind: 'version' | 'model' | 'draft';
  readonly document: PolicyDocument;
  readonly sha256: string;
  /** Of a version of the school’s own. */
  readonly version: { readonly id: string; readonly n: number; readonly effectiveOn: string } | null;
  /** What people call a draft. */
  readonly name: string;
  /** As year, month or day; null where it has not been issued. */
  readonly issued: string | null;
  /** Names; empty where it was done on the school’s computer, or by those who wrote a model. */
  readonly authors: readonly string[];
  /** Ids of those who wrote a draft that nobody has adopted. */
  readonly wordsBy: readonly string[];
  /** The moment of the last change. */
  readonly writtenAt: string | null;
  readonly changeNote: string;
}

/** The address of the policy of the school’s trust. */
export const TRUST = 'trust';

type Asking = Pick<Context, 'db' | 'scopeId' | 'at' | 'actor'>;

/** @throws for what does not exist, and for a draft that is not this person’s to read */
export async function documentAt(context: Asking, address: string): Promise<FoundDocument> {
  const [kind = '', name = ''] = address.split(/:(.*)/s);
  if (kind === 'in-force') return versionAt(context, null);
  if (kind === 'version') return versionAt(context, name);
  if (kind === 'draft') return draftAt(context, name);
  if (kind === 'trust') return trustAt(context);
  if (kind === 'model' && isModelPolicy(name)) {
    const document = await loadModelPolicy(name);
    return { ...whole(document, address, 'model'), issued: document.edition ?? null };
  }
  throw fail.notFound('policy', { remedy: 'Choose one of the list.' });
}

const whole = (document: PolicyDocument, address: string, kind: FoundDocument['kind']): FoundDocument => ({
  address,
  kind,
  document,
  sha256: sha256(canonicalText(document as unknown as Json)),
  version: null,
  name: '',
  issued: null,
  authors: [],
  wordsBy: [],
  writtenAt: null,
  changeNote: '',
});

async function versionAt({ db, scopeId, at }: Asking, id: string | null): Promise<FoundDocument> {
  const rows = await versionRows(db, scopeId);
  const versionId = id ?? (await documentInForce(db, scopeId, at)).version?.id;
  const row = rows.find((one) => one.id === versionId);
  const document = row && (await documentOf(db, scopeId, row.id));
  if (!row || !document) throw fail.notFound('version of the policy', { remedy: 'Choose one of the list.' });
  const draft = await adoptedDraft(db, scopeId, row.sha256);
  const writers = draft ? await authorsOf(db, scopeId, draft) : [];
  return {
    ...whole(document, `version:${row.id}`, 'version'),
    sha256: row.sha256,
    version: { id: row.id, n: row.n, effectiveOn: row.effective_on },
    issued: issuedOf(document.edition, row.effective_on),
    authors: await namesIn(db, scopeId, writers.length > 0 ? writers : [row.put_by]),
    writtenAt: row.put_at,
    changeNote: row.reason,
  };
}

/** The trust’s policy as it stands today: a school that has adopted its own makes it its own by adopting it too. */
async function trustAt({ db, scopeId, at }: Asking): Promise<FoundDocument> {
  const found = await trustDocumentOn(db, 'of-this-school', await localDate(db, scopeId, at));
  if (!found) throw fail.notFound('policy of the trust', { remedy: 'Choose one of the list.' });
  return { ...whole(found.document, TRUST, 'model'), issued: found.document.edition ?? null };
}

async function draftAt({ db, scopeId, actor }: Asking, id: string): Promise<FoundDocument> {
  const row = await draftRow(db, scopeId, id).catch(() => undefined);
  const draft = row && readsDraft(actor, { ...row, state: stateOf(row) });
  if (!draft) throw fail.notFound('draft');
  const [document, authors] = await Promise.all([draftDocument(db, scopeId, id), authorsOf(db, scopeId, draft)]);
  return {
    ...whole(document, `draft:${id}`, 'draft'),
    name: draft.name,
    issued: document.edition ?? null,
    authors: await namesIn(db, scopeId, authors),
    wordsBy: draft.state === 'adopted' ? [] : authors,
    writtenAt: draft.changed_at,
    changeNote: draft.change_note,
  };
}

async function namesIn(db: Db, schoolId: string, ids: readonly (string | null)[]): Promise<string[]> {
  const nameOf = await namesOf(db, schoolId, ids);
  return ids.map(nameOf).filter((name) => name !== '');
}
