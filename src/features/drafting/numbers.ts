// The numbers that people see: the next one under a heading, and all of them anew in their order. Pure.
import type { Clause } from '#features/policy/index.ts';
import type { PlacedClause } from './places.ts';
import type { PartRow } from './queries.ts';

/** Behind `5.9` comes `5.10`, behind `7` comes `8`; a heading without clauses begins a chapter of its own. */
export function nextNumber(rows: readonly PartRow[], under: string, placed: readonly PlacedClause[]): string {
  const clauses = rows.flatMap(({ kind, content }) => (kind === 'clause' && content ? [content as Clause] : []));
  const taken = new Set(clauses.map(({ number }) => number));
  const last = clauses.findLast((clause) => clause.under === under)?.number;
  const headings = new Set(placed.map((clause) => clause.under));
  let next = last === undefined ? `${headings.size + 1}.1` : after(last);
  while (taken.has(next)) next = after(next);
  return next;
}

const after = (number: string): string =>
  /\d+$/.test(number) ? number.replace(/\d+$/, (digits) => String(Number(digits) + 1)) : `${number}.1`;

/** `1.1`, `1.2`, `2.1` …: the heading, then the place under it. @param clauses in their order */
export function numberedAnew(clauses: readonly Clause[]): Clause[] {
  let chapter = 0;
  let place = 0;
  let heading: string | undefined;
  return clauses.map((clause) => {
    if (clause.under !== heading) {
      heading = clause.under;
      chapter += 1;
      place = 0;
    }
    place += 1;
    return { ...clause, number: `${chapter}.${place}` };
  });
}
