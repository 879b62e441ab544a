// Writes a new draft: the copy of a document that becomes the school’s own, in parts.
import type { Context } from '#kernel/context.ts';
import type { PolicyDocument } from '#features/policy/index.ts';
import { schoolRow } from '#features/schools/index.ts';
import { partsOf } from './draft.ts';
import { whoAndWhen } from './edit-part.ts';
import { ownCopy } from './own-copy.ts';
import { insertDraft, insertParts, type NewDraft } from './write-queries.ts';

export interface Beginning extends Pick<NewDraft, 'from' | 'words' | 'versionId'> {
  readonly document: PolicyDocument;
  readonly name: string;
  /** Ids of those who wrote the draft that it is begun from. */
  readonly wordsBy?: readonly string[];
}

/** @returns the id of the draft */
export async function beginWith(context: Context, beginning: Beginning): Promise<string> {
  const { db, scopeId } = context;
  const school = await schoolRow(db, scopeId);
  const document = ownCopy(beginning.document, { name: school!.name, slug: school!.slug });
  const id = context.newId();
  const { by, at } = whoAndWhen(context);
  await insertDraft(db, { wordsBy: [], ...beginning, schoolId: scopeId, id, document, by, at });
  await insertParts(db, { schoolId: scopeId, draftId: id, now: at }, partsOf(document));
  return id;
}
