// Keeps what somebody said of a version: that they confirm it, or that they refuse and why.
import type { Json } from '#kernel/canonical.ts';
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { keepText } from '#features/signatures/index.ts';
import type { Ask, Asked } from './load.ts';
import type { Worded } from './own.ts';
import { insertActs, type NewAct } from './queries.ts';
import type { Reference } from './read-with.ts';
import { insertConfirmedReferences } from './reference-queries.ts';

interface Act {
  readonly id: string;
  readonly personId: string;
  readonly signatureId?: string;
}

interface Said extends Pick<NewAct, 'outcome' | 'kind'> {
  readonly reason?: string;
  /** Of the documents read with the policy, those that were confirmed with it. */
  readonly read?: readonly Reference[];
  /** A sheet of paper: the day written on it, who recorded it, and its picture. */
  readonly paper?: { readonly signedOn: string; readonly recordedBy: string; readonly paperId: string | null };
}

export async function keepActs(
  context: Context,
  ask: Ask,
  words: Worded,
  acts: readonly Act[],
  { outcome, kind, reason = '', read = [], paper }: Said,
): Promise<void> {
  const { db, scopeId, now } = context;
  const { version } = ask.basis;
  const textSha256 = await keepText(db, scopeId, words.text, now);
  const doneOn = paper?.signedOn ?? ask.today;
  const recordedBy = paper?.recordedBy ?? null;
  const rows = acts.map(({ id, personId, signatureId = null }) => ({
    id,
    personId,
    versionId: version.id,
    documentSha256: version.sha256,
    textSha256,
    outcome,
    kind,
    reason,
    doneOn,
    signatureId,
    recordedBy,
    paperId: paper?.paperId ?? null,
  }));
  const people = acts.map(({ personId }) => personId);
  await insertActs(db, scopeId, rows, now);
  const confirmed = { personIds: people, references: read, textSha256, confirmedOn: doneOn, recordedBy };
  await insertConfirmedReferences(db, scopeId, confirmed, now);
  context.remark({
    clauses: clausesFor(ask, read),
    about: { version: version.id, document: version.sha256, text: textSha256, read: read.map(({ key }) => key) },
    people,
  });
}

/** Those that ask for the policy to be confirmed, and those that name what is read with it. */
export const clausesFor = ({ clauses }: Ask, read: readonly Reference[]): string[] => [
  ...new Set([...clauses, ...read.flatMap((one) => one.clauses)]),
];

/** @throws for words other than those that the page showed */
export function mustBeSeen({ textSha256 }: Pick<Worded, 'textSha256'>, seen: string): void {
  if (textSha256 === seen) return;
  throw fail.conflict({
    code: 'text-changed',
    message: 'The words have changed since you opened them, so what you read is not what you would confirm.',
    remedy: 'Read them again, then confirm.',
  });
}

/** As what somebody signs: the groups of theirs that are asked. */
export const capacityOf = ({ groups }: Pick<Asked, 'groups'>): string => groups.toSorted().join(', ');

export const documentJson = ({ document }: Ask): Json => document as unknown as Json;
