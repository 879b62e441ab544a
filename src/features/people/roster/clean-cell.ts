// Makes one cell of an import file safe to keep: invisible characters go, unreadable ones are refused.
import { withoutHidden } from '#kernel/written-line.ts';

export type CleanCell =
  | { readonly ok: true; readonly text: string; readonly hidden: boolean }
  | { readonly ok: false; readonly message: string; readonly remedy: string };

/** Most cells hold only plain letters with single spaces inside, and need no work. */
const NEEDS_WORK = /[^\x20-\x7e\u00a1-\u00ac\u00ae-\u024f]|^ | $| {2}/;

/** Spreadsheet faults that end up in a cell as text. */
const SPREADSHEET_FAULT = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/i;

/**
 * One cell, trimmed and in composed form (NFC). Characters nobody can see (zero width, reversing direction) are taken
 * out and `hidden` says so. Control characters, line breaks and characters lost in conversion are refused. Text that a
 * spreadsheet would run as a formula is plain text here and stays as it is.
 */
export function cleanCell(raw: string): CleanCell {
  if (!NEEDS_WORK.test(raw)) {
    return raw.startsWith('#') && SPREADSHEET_FAULT.test(raw)
      ? spreadsheetFault(raw)
      : { ok: true, text: raw, hidden: false };
  }
  const text = withoutHidden(raw)
    .replace(/[^\S\r\n]+/gu, ' ')
    .trim();
  if (/[\r\n\u2028\u2029]/.test(text)) {
    return {
      ok: false,
      message: 'The cell holds a line break.',
      remedy: 'Put it on one line. If several rows ran together, a quotation mark is missing or too many in this row.',
    };
  }
  const control = /\p{Cc}/u.exec(text);
  if (control) {
    const code = control[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    return {
      ok: false,
      message: `The cell holds a control character (U+${code}).`,
      remedy: 'Type the cell again by hand and save the file.',
    };
  }
  if (/\ufffd|\p{Cs}/u.test(text)) {
    return {
      ok: false,
      message: 'A character of this cell was lost when the file was saved.',
      remedy: 'Type the cell again, then save the file as “CSV UTF-8”.',
    };
  }
  if (SPREADSHEET_FAULT.test(text)) return spreadsheetFault(text);
  return { ok: true, text: text.normalize('NFC'), hidden: withoutHidden(raw) !== raw };
}

function spreadsheetFault(text: string): CleanCell {
  return {
    ok: false,
    message: `The cell shows a spreadsheet fault (${text}).`,
    remedy: 'Put the value itself in place of the formula.',
  };
}
