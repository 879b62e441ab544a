// An answer in words for people: `key: value` lines, and small tables for lists.
import { spaced } from './words.ts';

type Facts = Readonly<Record<string, unknown>>;

/** @param width characters in a line, to which tables are cut; null cuts nothing */
export function plainText(answer: unknown, width: number | null): string {
  if (Array.isArray(answer)) return list(answer, width).join('\n');
  if (isFacts(answer)) return facts(answer, width).join('\n');
  return cell(answer);
}

function facts(object: Facts, width: number | null): string[] {
  const lines: string[] = [];
  for (const [key, value] of Object.entries(object)) {
    if (value === undefined) continue;
    const name = spaced(key);
    const isBlock = (isFacts(value) && Object.keys(value).length > 0) || (Array.isArray(value) && value.some(isFacts));
    if (!isBlock) lines.push(`${name}: ${indented(cell(value))}`);
    else {
      const inner = width === null ? null : width - 2;
      const block = Array.isArray(value) ? list(value, inner) : facts(value as Facts, inner);
      lines.push(`${name}:`, ...block.map((line) => `  ${line}`));
    }
  }
  return lines;
}

function list(values: readonly unknown[], width: number | null): string[] {
  if (values.length === 0) return ['(none)'];
  if (!values.every(isFacts)) return values.map((value) => `- ${indented(cell(value))}`);
  const columns = [...new Set(values.flatMap((value) => Object.keys(value)))];
  const rows = [
    columns.map(spaced),
    ...values.map((value) => columns.map((column) => cell(value[column]).replaceAll('\n', ' '))),
  ];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => lengthOf(row[column]!))));
  return rows.map((row) => {
    const line = row.map((text, column) => text + ' '.repeat(widths[column]! - lengthOf(text))).join('  ');
    return cut(line.trimEnd(), width);
  });
}

const cut = (line: string, width: number | null): string =>
  width === null || lengthOf(line) <= width
    ? line
    : `${lettersOf(line)
        .slice(0, Math.max(1, width - 1))
        .join('')}…`;

const letters = new Intl.Segmenter('en');
const lettersOf = (text: string): readonly string[] => Array.from(letters.segment(text), ({ segment }) => segment);
const lengthOf = (text: string): number => lettersOf(text).length;
const indented = (text: string): string => text.replaceAll('\n', '\n  ');
const isFacts = (value: unknown): value is Facts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function cell(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (Array.isArray(value) && !value.some(isFacts)) return value.length === 0 ? '–' : value.map(cell).join(', ');
  return harmless(typeof value === 'string' ? value : JSON.stringify(value));
}

/** Words of others may hold control characters, with which a terminal can be made to lie; line breaks may stay. */
export const harmless = (text: string): string =>
  text.replaceAll(/(?!\n)[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
