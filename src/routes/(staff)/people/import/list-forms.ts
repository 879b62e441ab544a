// The two steps of an import: a file is looked at, then, unchanged, taken. Between them it travels in the form.
import { packed, unpacked } from '#surfaces/web/carried-file.ts';
import { wrong } from '../../../answering.ts';

const MOST_BYTES = 20_000_000;

/** The file of the first step as base64 for the action and packed for the page; or what is wrong. */
export async function chosenFile(form: FormData, input: Record<string, unknown>) {
  const file = form.get('file');
  const pasted = typeof input['pasted'] === 'string' ? input['pasted'] : '';
  if (file instanceof File && file.size > 0) {
    if (file.size > MOST_BYTES) return wrong('file', 'This file is larger than 20 MB, which no class list is.', input);
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { name: file.name, base64: Buffer.from(bytes).toString('base64'), packed: packed(bytes) };
  }
  if (pasted.trim() !== '') {
    const bytes = Buffer.from(pasted);
    return { name: 'the pasted list', base64: bytes.toString('base64'), packed: packed(bytes) };
  }
  return wrong('file', 'Choose a file, or paste the list.', input);
}

export function carriedFile(input: Record<string, unknown>) {
  const base64 = unpacked(String(input['packed'] ?? ''), MOST_BYTES);
  return base64 === null ? wrong('file', 'Choose the file once more.', {}) : { base64 };
}

const COUNTS = ['joined', 'changed', 'left', 'unchanged'] as const;
type Counts = Record<(typeof COUNTS)[number], number>;

/** What came of it, told in the address of the page that says so. */
export const countsOf = (taken: Counts): string =>
  new URLSearchParams(COUNTS.map((name) => [name, String(taken[name])])).toString();

export function countsIn({ searchParams }: URL): Counts | null {
  const found = COUNTS.map((name) => [name, Number(searchParams.get(name) ?? 'none')] as const);
  return found.every(([, count]) => Number.isInteger(count)) ? (Object.fromEntries(found) as Counts) : null;
}
