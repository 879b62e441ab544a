// The clauses of a policy under their headings, in order. Pure.
import type { Clause } from '#features/policy/index.ts';

export function chaptersOf(clauses: readonly Clause[]): { heading: string; clauses: Clause[] }[] {
  const chapters: { heading: string; clauses: Clause[] }[] = [];
  for (const clause of clauses) {
    if (chapters.at(-1)?.heading !== clause.under) chapters.push({ heading: clause.under, clauses: [] });
    chapters.at(-1)!.clauses.push(clause);
  }
  return chapters;
}
