// How Gatepost reads CSV: any line end, loose quotation marks, rows of uneven length, but never a row without end.
import { type CsvError, type Info, type Options } from 'csv-parse/sync';

/** A longer row is a quotation mark that was never closed. */
export const MAX_ROW_CHARACTERS = 64 * 1024;

export function csvOptions(delimiter: string): Options {
  return {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: MAX_ROW_CHARACTERS,
  };
}

/** An error of the parser, which says how many rows it had read by then. */
export function isCsvError(error: unknown): error is CsvError & Partial<Info> {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('CSV_');
}
