// For tests: a PDF read back as a screen reader has it, by its tags, and as the eye has it, by what is printed.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Node {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

export interface ReadPage {
  readonly number: number;
  /** What stands in the tags, one part after another: its role, and its own words. */
  readonly parts: readonly { readonly role: string; readonly words: string }[];
  /** All that is printed, also what a screen reader passes over. */
  readonly printed: string;
  /** Printed, and neither tagged nor marked as being for the eye only. */
  readonly untagged: string;
}

export interface Bookmark {
  readonly title: string;
  /** The page it leads to. */
  readonly page: number;
  readonly level: number;
}

export async function readPdf(bytes: Uint8Array) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const { info, metadata } = (await pdf.getMetadata()) as unknown as {
    info: { Title: string; Language: string; CreationDate: string };
    metadata: { get(name: string): string | null } | null;
  };
  const marks = (await pdf.getMarkInfo()) as unknown as ReadonlyMap<string, boolean>;

  async function pageOf(number: number): Promise<ReadPage> {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const words = new Map<string, string>();
    const open: { readonly id: string | null; readonly tag: string }[] = [];
    let [printed, untagged] = ['', ''];
    for (const item of items) {
      if ('str' in item) {
        const mine = open.findLast(({ id }) => id !== null)?.id;
        printed += item.str;
        if (mine) words.set(mine, (words.get(mine) ?? '') + item.str);
        else if (!open.some(({ tag }) => tag === 'Artifact')) untagged += item.str;
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push({ id: item.id ?? null, tag: 'tag' in item ? String(item.tag) : '' });
    }
    const walk = (node: Node): ReadPage['parts'] => {
      const own = (node.children ?? []).flatMap(({ type, id }) => (type === 'content' ? (words.get(id!) ?? '') : []));
      const below = (node.children ?? []).filter(({ type }) => type === undefined).flatMap(walk);
      return [...(node.role ? [{ role: node.role, words: own.join('') }] : []), ...below];
    };
    return { number, parts: walk((await page.getStructTree()) as Node), printed, untagged: untagged.trim() };
  }

  type Outline = Awaited<ReturnType<typeof pdf.getOutline>>;
  async function bookmarksIn(outline: Outline, level: number): Promise<Bookmark[]> {
    const found: Bookmark[] = [];
    for (const { title, dest, items } of outline ?? []) {
      const page = (await pdf.getPageIndex((dest as [Parameters<typeof pdf.getPageIndex>[0]])[0])) + 1;
      found.push({ title, page, level }, ...(await bookmarksIn(items as Outline, level + 1)));
    }
    return found;
  }

  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await pageOf(number));
  return {
    title: info.Title,
    language: info.Language,
    madeAt: info.CreationDate,
    isTagged: marks.get('Marked') === true,
    standard: `PDF/UA-${metadata?.get('pdfuaid:part') ?? ''}`,
    pages,
    bookmarks: await bookmarksIn(await pdf.getOutline(), 1),
  };
}
export type ReadPdf = Awaited<ReturnType<typeof readPdf>>;

/** Of all pages, in reading order. */
export const partsOf = ({ pages }: ReadPdf) =>
  pages.flatMap(({ parts, number }) => parts.map((part) => ({ ...part, page: number })));

export const headingsOf = (pdf: ReadPdf) =>
  partsOf(pdf).flatMap(({ role, words, page }) =>
    /^H\d$/.test(role) ? [{ level: Number(role[1]), words: words.trim(), page }] : [],
  );

/** Words without the spaces and the breaks between lines. */
export const solid = (text: string): string => text.normalize().replaceAll(/[\s\u00ad]/g, '');

/** What would keep somebody from reading it by ear: nothing, for a sound one. */
export function readingFaults(pdf: ReadPdf): string[] {
  const headings = headingsOf(pdf);
  const skips = headings.filter(({ level }, at) => level > (headings[at - 1]?.level ?? 0) + 1);
  const marked = pdf.bookmarks.map(({ title, page, level }) => `${solid(title)} ${page} ${level + 1}`);
  const below = headings.slice(1).map(({ words, page, level }) => `${solid(words)} ${page} ${level}`);
  return [
    ...(pdf.isTagged && pdf.standard === 'PDF/UA-1' ? [] : ['It is not tagged.']),
    ...(pdf.language === 'en-GB' && pdf.title ? [] : ['It has no language or no title.']),
    ...(headings[0]?.level === 1 && headings[0].page === 1 ? [] : ['It does not begin with its title.']),
    ...skips.map(({ words }) => `A level is left out before “${words}”.`),
    ...(marked.join('\n') === below.join('\n') ? [] : ['Its bookmarks are not its headings.']),
    ...pdf.pages.flatMap(({ number, untagged }) =>
      untagged === '' ? [] : [`Page ${number} prints untagged: ${untagged}`],
    ),
  ];
}

/** All of it as it is read out. */
export const readOut = (pdf: ReadPdf): string =>
  solid(
    partsOf(pdf)
      .map(({ words }) => words)
      .join(''),
  );
