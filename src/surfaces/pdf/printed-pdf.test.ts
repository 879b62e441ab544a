// A printed document, read back as a viewer and a screen reader read it.
import { beforeAll, expect, test } from 'vitest';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Block } from './printed-document.ts';
import { printedPdf } from './printed-pdf.ts';

const NAMES = ['Priya Raman', 'Łukasz Ŵyn-Jones', 'Иван Петров', 'Nguyễn Thị Hương'];
const blocks: Block[] = [
  { kind: 'facts', rows: [['Adopted on', 'Monday 23 November 2026']] },
  { kind: 'heading', level: 1, text: 'Scope' },
  { kind: 'paragraph', text: 'This policy covers every adult who works here.' },
  { kind: 'heading', level: 2, text: 'Who that is' },
  { kind: 'list', items: ['Staff', 'Governors'] },
  { kind: 'heading', level: 1, text: 'Who has signed' },
  {
    kind: 'table',
    caption: 'Signatures',
    columns: ['Name', 'When'],
    rows: Array.from({ length: 80 }, (_, n) => [NAMES[n % NAMES.length]!, `On day ${n}`]),
  },
  { kind: 'signature-lines', lines: ['Headteacher'] },
];

let pdf: PDFDocumentProxy;

beforeAll(async () => {
  const bytes = await printedPdf({
    title: 'Social media policy',
    language: 'en-GB',
    school: 'Kingfisher Primary School',
    footer: 'Version 4',
    madeAt: '2026-11-20T10:00:00Z',
    blocks,
  });
  pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
});

interface Node {
  readonly role: string;
  readonly children?: readonly Node[];
}

/** The roles of a page in reading order. */
async function rolesOf(page: number): Promise<string[]> {
  const tree = (await (await pdf.getPage(page)).getStructTree()) as Node;
  const walk = (node: Node): string[] => [node.role, ...(node.children ?? []).flatMap(walk)].filter(Boolean);
  return walk(tree);
}

const textOf = async (page: number) =>
  (await (await pdf.getPage(page)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('');

test('it is marked as tagged, with its language and its title', async () => {
  const { info } = (await pdf.getMetadata()) as { info: { Title: string; Language: string; CreationDate: string } };
  const marks = (await pdf.getMarkInfo()) as unknown as ReadonlyMap<string, boolean>;
  expect(marks.get('Marked')).toBe(true);
  expect(info).toMatchObject({ Title: 'Social media policy', Language: 'en-GB' });
  expect(info.CreationDate).toMatch(/^D:20261120100000/);
});

test('headings, lists and tables are what they are, in the order in which they are read', async () => {
  const roles = await rolesOf(1);
  const skeleton = roles.filter((role) => /^(H\d|L|LI|Table|P)$/.test(role));
  expect(skeleton.slice(0, 10)).toEqual(['P', 'H1', 'Table', 'H2', 'P', 'H3', 'L', 'LI', 'LI', 'H2']);
  expect(roles.filter((role) => role === 'TH').length).toBeGreaterThan(2);
});

test('a bookmark leads to each heading, one beneath the other', async () => {
  const outline = await pdf.getOutline();
  expect(outline.map(({ title, items }) => [title, items.map((item: { title: string }) => item.title)])).toEqual([
    ['Scope', ['Who that is']],
    ['Who has signed', []],
  ]);
});

test('a long table goes on over the page with its heading, and every page says its number', async () => {
  expect(pdf.numPages).toBeGreaterThan(2);
  for (let page = 1; page <= pdf.numPages; page += 1) {
    expect(await textOf(page)).toContain(`${page} of ${pdf.numPages}`);
  }
  expect(await textOf(2)).toContain('Name When');
});

test('names in other alphabets are printed with their own letters', async () => {
  const text = (await textOf(1)) + (await textOf(2));
  for (const name of NAMES) expect(text.normalize()).toContain(name.normalize());
});
