// Reads the year column of one list, each distinct spelling once, and remembers the spellings nobody knows.
import { type RosterNote, shown } from './problem.ts';
import { yearGroupOf } from './year-group.ts';

const SPELLINGS_NAMED = 20;

export interface YearReader {
  /** The year group, or null when it is none we know. */
  read(written: string, row: number): string | null;
  notes(column: string | null): RosterNote[];
}

export function yearReader(): YearReader {
  const known = new Map<string, string | null>();
  const unknown = new Map<string, { readonly row: number; count: number }>();
  return {
    read(written, row) {
      let yearGroup = known.get(written);
      if (yearGroup === undefined) {
        yearGroup = yearGroupOf(written);
        known.set(written, yearGroup);
      }
      if (yearGroup === null) {
        const seen = unknown.get(written);
        if (seen) seen.count += 1;
        else unknown.set(written, { row, count: 1 });
      }
      return yearGroup;
    },
    notes: (column) =>
      [...unknown].slice(0, SPELLINGS_NAMED).map(([written, { row, count }]) => {
        const where = count === 1 ? `row ${row}` : `${count} rows, the first row ${row}`;
        const message = `${shown(written)} (${where}) is not a year group Gatepost knows, so the year is not taken from there.`;
        return { row, column, message };
      }),
  };
}
