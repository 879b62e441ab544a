// Where clauses stand: one after another, those under one heading together.
import type { Context } from '#kernel/context.ts';
import { partRows, type PartRow } from './queries.ts';
import { shiftFrom } from './write-queries.ts';

export interface PlacedClause {
  readonly key: string;
  readonly position: number;
  readonly under: string;
}

/** Clauses that are not taken out, in their order. @param rows as `partRows` gives them */
export const placedClauses = (rows: readonly PartRow[]): PlacedClause[] =>
  rows
    .filter((row): row is PartRow<'clause'> => row.kind === 'clause')
    .flatMap(({ key, position, content }) => (content === null ? [] : [{ key, position, under: content.under }]));

/** Makes room behind the last clause of a heading; a heading that is new comes last. @returns the place */
export async function endOfHeading(
  { db, scopeId }: Pick<Context, 'db' | 'scopeId'>,
  draftId: string,
  under: string,
): Promise<number> {
  const clauses = placedClauses(await partRows(db, scopeId, draftId));
  const last = clauses.findLast((clause) => clause.under === under) ?? clauses.at(-1);
  if (last === undefined) return 0;
  await shiftFrom(db, scopeId, draftId, 'clause', last.position + 1);
  return last.position + 1;
}

export type Step =
  /** Past a clause of the same heading. */
  | { readonly kind: 'past'; readonly other: PlacedClause }
  /** Past the heading itself: it becomes the last or first clause of the next one. */
  | { readonly kind: 'into'; readonly under: string };

/** One step up or down; null at either end. Pure. */
export function stepFrom(clauses: readonly PlacedClause[], key: string, direction: 'up' | 'down'): Step | null {
  const at = clauses.findIndex((clause) => clause.key === key);
  const here = clauses[at];
  const other = clauses[direction === 'up' ? at - 1 : at + 1];
  if (!here || !other) return null;
  return other.under === here.under ? { kind: 'past', other } : { kind: 'into', under: other.under };
}
