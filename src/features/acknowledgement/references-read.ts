// Which of the documents read with the policy somebody has confirmed, each in its edition, and which they tick as read.
import { z } from 'zod';
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import type { Reference } from './read-with.ts';
import { confirmedReferenceRows } from './reference-queries.ts';

export interface ReferenceStanding extends Reference {
  /** The day on which this edition was confirmed; null = it is still to be. */
  readonly confirmedOn: string | null;
}

export async function referencesOf(
  { db, scopeId }: Pick<Context, 'db' | 'scopeId'>,
  references: readonly Reference[],
  personId: string,
): Promise<ReferenceStanding[]> {
  const rows = await confirmedReferenceRows(db, scopeId, personId);
  return references.map((reference) => ({
    ...reference,
    confirmedOn:
      rows.find((row) => row.reference === reference.key && row.edition === reference.edition)?.confirmed_on ?? null,
  }));
}

export const isOpen = ({ confirmedOn }: ReferenceStanding): boolean => confirmedOn === null;

export const tickedSchema = z
  .array(z.string().max(80))
  .max(500)
  .default([])
  .describe('Of the documents read with the policy, those that I have read: their keys');

/** @returns those that are confirmed now @throws naming each document that is still to be confirmed and was not ticked */
export async function tickedReferences(
  context: Context,
  references: readonly Reference[],
  personId: string,
  ticked: readonly string[],
): Promise<Reference[]> {
  const open = (await referencesOf(context, references, personId)).filter(isOpen);
  const missed = open.filter(({ key }) => !ticked.includes(key)).map(({ title }) => `“${title}”`);
  if (missed.length === 0) return open;
  const message = `Read ${missed.join(', ')} and tick ${missed.length === 1 ? 'it' : 'each of them'}.`;
  throw fail.invalid({
    code: 'document-not-ticked',
    message: `Not ticked as read: ${missed.join(', ')}.`,
    remedy: message,
    fields: [{ field: 'references', message }],
  });
}
