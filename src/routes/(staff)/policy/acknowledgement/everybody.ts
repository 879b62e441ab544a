// Everybody of the list who has not confirmed, however many pages the list has.
import type { Filters } from './filters.ts';

interface Page {
  readonly total: number;
  readonly people: readonly { readonly personId: string; readonly state: string }[];
}

/** As many as one reading of the list gives. */
const AT_ONCE = 10_000;

/** @param list `acknowledgement.list` */
export async function everybodyOpen(
  list: (wanted: Filters & { from: number; limit: number }) => Promise<Page>,
  filters: Filters,
): Promise<string[]> {
  const found: string[] = [];
  for (let from = 0, total = 1; from < total; from += AT_ONCE) {
    const page = await list({ ...filters, from, limit: AT_ONCE });
    found.push(...page.people.flatMap(({ personId, state }) => (state === 'confirmed' ? [] : [personId])));
    total = page.total;
  }
  return found;
}
