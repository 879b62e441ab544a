// The two steps of an import: a file is looked at, then, unchanged, taken. Between them it travels in the form.
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { packed, unpacked } from '#surfaces/web/carried-file.ts';
import { done, wrong } from '../../../answering.ts';

const MOST_BYTES = 20_000_000;

/** The file of the first step as base64 for the action and packed for the page; or what is wrong. */
async function chosenFile(form: FormData, input: Record<string, unknown>) {
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

function carriedFile(input: Record<string, unknown>) {
  const carried = String(input['packed'] ?? '');
  const base64 = unpacked(carried, MOST_BYTES);
  return base64 === null
    ? wrong('file', 'Choose the file once more.', {})
    : { base64, packed: carried, name: String(input['name'] ?? '') };
}

type Event = Pick<RequestEvent, 'request' | 'url' | 'locals' | 'cookies' | 'getClientAddress'>;
type Input = Record<string, unknown>;

interface Import<Covers extends string, Preview> {
  readonly preview: (event: Event, list: { base64: string; covers: Covers }) => Promise<Preview>;
  readonly take: (event: Event, list: { base64: string; covers: Covers; typedWord: string }) => Promise<Counts>;
  /** The page that says what came of it. */
  readonly leadsTo: (event: Event, counts: string) => string;
}

/** The two steps as actions of a page. What the list covers is checked by the action that reads it. */
export function importActions<
  Covers extends string,
  Preview extends { readonly usable: boolean; readonly needsTypedWord: boolean },
>({ preview, take, leadsTo }: Import<Covers, Preview>) {
  const coversIn = (input: Input) => String(input['covers'] ?? '') as Covers;
  const lookedAt = async (event: Event, input: Input, file: { base64: string; packed: string; name: string }) => {
    const covers = coversIn(input);
    const seen = await preview(event, { base64: file.base64, covers });
    return { preview: seen, covers, name: file.name, packed: seen.usable ? file.packed : '' };
  };
  const again = async (event: Event, input: Input) => {
    const file = carriedFile(input);
    return 'status' in file ? {} : { look: await lookedAt(event, input, file) };
  };
  return {
    look: (event: Event) =>
      done(event, async (input, form) => {
        const file = await chosenFile(form, input);
        return 'status' in file ? file : { look: await lookedAt(event, input, file) };
      }),
    take: (event: Event) =>
      done(
        event,
        async (input) => {
          const file = carriedFile(input);
          if ('status' in file) return file;
          const typedWord = String(input['typedWord'] ?? '');
          const look = await lookedAt(event, input, file);
          const isMeant = typedWord.trim().toUpperCase() === event.locals.gatepost.words.confirmImport;
          if (look.preview.usable && look.preview.needsTypedWord && !isMeant) {
            const wrongWord = typedWord.trim() === '' ? 'Type the word to go on.' : 'That is not the word.';
            return { look: { ...look, wrongWord } };
          }
          const taken = await take(event, { base64: file.base64, covers: look.covers, typedWord });
          redirect(303, leadsTo(event, countsOf(taken)));
        },
        (input) => again(event, input),
      ),
  };
}

const COUNTS = ['joined', 'changed', 'left', 'unchanged'] as const;
export type Counts = Record<(typeof COUNTS)[number], number>;

/** What came of it, told in the address of the page that says so. */
const countsOf = (taken: Counts): string =>
  new URLSearchParams(COUNTS.map((name) => [name, String(taken[name])])).toString();

export function countsIn({ searchParams }: URL): Counts | null {
  const found = COUNTS.map((name) => [name, Number(searchParams.get(name) ?? 'none')] as const);
  return found.every(([, count]) => Number.isInteger(count)) ? (Object.fromEntries(found) as Counts) : null;
}
