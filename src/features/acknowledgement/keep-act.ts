// Keeps what somebody said of a version: that they confirm it, or that they refuse and why.
import type { Json } from '#kernel/canonical.ts';
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { keepText } from '#features/signatures/index.ts';
import type { Ask } from './load.ts';
import type { Worded } from './own.ts';
import { insertActs, type NewAct } from './queries.ts';

type Said = Pick<NewAct, 'outcome' | 'kind'> &
  Partial<Pick<NewAct, 'reason' | 'doneOn' | 'signatureId' | 'recordedBy' | 'paperId'>>;

/** @returns the ids of the rows, in the order of the people */
export async function keepActs(
  context: Context,
  ask: Ask,
  words: Worded,
  personIds: readonly string[],
  said: Said,
): Promise<string[]> {
  const { db, scopeId, now, newId } = context;
  const { version } = ask.basis;
  const textSha256 = await keepText(db, scopeId, words.text, now);
  const acts = personIds.map((personId) => ({
    id: newId(),
    personId,
    versionId: version.id,
    documentSha256: version.sha256,
    textSha256,
    reason: '',
    doneOn: ask.today,
    signatureId: null,
    recordedBy: null,
    paperId: null,
    ...said,
  }));
  await insertActs(db, scopeId, acts, now);
  context.remark({
    clauses: ask.clauses,
    about: { version: version.id, document: version.sha256, text: textSha256 },
    people: [...personIds],
  });
  return acts.map(({ id }) => id);
}

/** @throws for words other than those that the page showed */
export function mustBeSeen(words: Worded, seen: string): void {
  if (words.textSha256 === seen) return;
  throw fail.conflict({
    code: 'text-changed',
    message: 'The words have changed since you opened them, so what you read is not what you would confirm.',
    remedy: 'Read them again, then confirm.',
  });
}

export const documentJson = ({ document }: Ask): Json => document as unknown as Json;
