// Which term a day lies in, and whether guidance that goes out regularly has been forgotten. Pure.
import { schoolYearStart } from '#features/schools/index.ts';

export interface Term {
  readonly name: string;
  readonly starts: string;
  readonly ends: string;
}

export type Every = 'once' | 'term' | 'year';

/** The first day of the present term; of the school year's usual thirds where no terms have been entered. */
export function termStart(terms: readonly Term[], today: string): string {
  const begun = terms.filter(({ starts }) => starts <= today).toSorted((a, b) => b.starts.localeCompare(a.starts));
  return begun[0]?.starts ?? usualTermStart(today);
}

export function usualTermStart(today: string): string {
  const { year, month } = Temporal.PlainDate.from(today);
  const first = month >= 9 ? 9 : month >= 4 ? 4 : 1;
  return `${year}-${String(first).padStart(2, '0')}-01`;
}

export interface Schedule {
  readonly every: Every;
  /** The first day on which it can be late. */
  readonly startsOn: string;
  readonly lastIssuedOn: string | null;
}

/** Is it to go out now: in the present term or year, and has not yet? What goes out once is due until it has. */
export function isDue({ every, startsOn, lastIssuedOn }: Schedule, terms: readonly Term[], today: string): boolean {
  if (today < startsOn) return false;
  if (lastIssuedOn === null) return true;
  if (every === 'once') return false;
  return lastIssuedOn < (every === 'term' ? termStart(terms, today) : schoolYearStart(today));
}

/** The terms (or school years) that have passed since it began without its having gone out, the last first. */
export function missed(
  { every, startsOn, lastIssuedOn }: Schedule,
  terms: readonly Term[],
  today: string,
): { readonly name: string; readonly ended: string }[] {
  if (every === 'once') return [];
  const spans: readonly Term[] = every === 'term' ? terms : [lastYear(today)];
  return spans
    .filter(({ starts, ends }) => starts >= startsOn && ends < today && (lastIssuedOn ?? '') < starts)
    .toSorted((a, b) => b.ends.localeCompare(a.ends))
    .map(({ name, ends }) => ({ name, ended: ends }));
}

function lastYear(today: string): Term {
  const starts = Temporal.PlainDate.from(schoolYearStart(today)).subtract({ years: 1 });
  const ends = starts.add({ years: 1 }).subtract({ days: 1 });
  return { name: `${starts.year}–${ends.year}`, starts: starts.toString(), ends: ends.toString() };
}
