// Turns the bytes of an import file into text, whatever program saved it, and refuses what is not text at all.
import { type RosterNote, type RosterProblems, wholeFile } from './problem.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly encoding: TextEncoding; readonly notes: readonly RosterNote[] }
  | ({ readonly ok: false } & RosterProblems);

export const MAX_FILE_BYTES = 20 * 1024 * 1024;

const SAVE_AS_CSV = 'Open it in your spreadsheet program, choose “Save as” and then “CSV UTF-8”, and import that file.';

/** Files people pick by mistake, known by their first bytes. */
const BINARIES: readonly { readonly starts: readonly number[]; readonly what: string }[] = [
  { starts: [0x50, 0x4b, 0x03, 0x04], what: 'an Excel workbook or a zip file' },
  { starts: [0x50, 0x4b, 0x05, 0x06], what: 'an empty zip file' },
  { starts: [0xd0, 0xcf, 0x11, 0xe0], what: 'an old Excel workbook' },
  { starts: [0x25, 0x50, 0x44, 0x46], what: 'a PDF' },
  { starts: [0x1f, 0x8b], what: 'a compressed file' },
  { starts: [0x89, 0x50, 0x4e, 0x47], what: 'a picture' },
  { starts: [0xff, 0xd8, 0xff], what: 'a picture' },
];

/** "SiÃ¢n" and "Oâ€™Brien": text that some program before us read in the wrong alphabet and saved again. */
const TWICE_ENCODED = /\u00c3[\u0080-\u00bf]|\u00e2\u20ac[\u2122\u02dc\u201c\u201d]/;
const TWICE_ENCODED_NOTE =
  'Some letters look garbled (such as “Ã¢” for “â”): the file was spoilt before it came here. Export it again as “CSV UTF-8” and check the names below.';

/** Bytes of an import file to text. A byte order mark decides; then UTF-8 if it is valid; else the Windows code page. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) return refuse('The file is empty.', 'Export the list again and import the new file.');
  if (bytes.length > MAX_FILE_BYTES) {
    const size = Math.ceil(bytes.length / (1024 * 1024));
    return refuse(
      `The file is ${size} MB; Gatepost takes lists of up to 20 MB.`,
      'Export only the columns Gatepost needs: first name, last name, preferred name, year and class.',
    );
  }
  const binary = BINARIES.find(({ starts }) => starts.every((byte, index) => bytes[index] === byte));
  if (binary) return refuse(`This is ${binary.what}, not a CSV file.`, SAVE_AS_CSV);

  const decoded = decode(bytes);
  if (looksBinary(decoded.text)) return refuse('This is not a text file.', SAVE_AS_CSV);
  if (/^\s*</.test(decoded.text.slice(0, 200)))
    return refuse('This is a web page or an XML file, not a CSV file.', SAVE_AS_CSV);
  if (TWICE_ENCODED.test(decoded.text)) decoded.notes.push({ row: null, column: null, message: TWICE_ENCODED_NOTE });
  return { ok: true, ...decoded };
}

function decode(bytes: Uint8Array): { text: string; encoding: TextEncoding; notes: RosterNote[] } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('utf-16be', bytes);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', notes: [] };
  } catch {
    const message =
      'The file is not UTF-8, so it was read in the Windows western European alphabet (which covers ISO-8859-1). Check that names with accents look right below.';
    return { ...as('windows-1252', bytes), notes: [{ row: null, column: null, message }] };
  }
}

function as(encoding: TextEncoding, bytes: Uint8Array): { text: string; encoding: TextEncoding; notes: RosterNote[] } {
  return { text: new TextDecoder(encoding).decode(bytes), encoding, notes: [] };
}

/** More than one NUL in a hundred characters is no list of names. A stray one is reported later, with its row. */
function looksBinary(text: string): boolean {
  let nuls = 0;
  for (let at = text.indexOf('\0'); at !== -1; at = text.indexOf('\0', at + 1)) nuls += 1;
  return nuls > 4 && nuls * 100 > text.length;
}

function refuse(message: string, remedy: string): DecodedText {
  return { ok: false, ...wholeFile(message, remedy) };
}
