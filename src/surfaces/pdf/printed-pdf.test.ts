// A printed document, read back as a viewer and a screen reader read it.
import { beforeAll, expect, test } from 'vitest';
import type { Block } from './printed-document.ts';
import { printedPdf } from './printed-pdf.ts';
import { headingsOf, readingFaults, readOut, readPdf, solid, type ReadPdf } from './read-pdf.fixture.ts';

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

let bytes: Uint8Array;
let pdf: ReadPdf;

beforeAll(async () => {
  bytes = await printedPdf({
    title: 'Social media policy',
    language: 'en-GB',
    school: 'Kingfisher Primary School',
    footer: 'Version 4',
    madeAt: '2026-11-20T10:00:00Z',
    blocks,
  });
  pdf = await readPdf(bytes);
});

test('it is marked as tagged, with its language and its title, and says by which standard', () => {
  expect(pdf).toMatchObject({
    isTagged: true,
    title: 'Social media policy',
    language: 'en-GB',
    standard: 'PDF/UA-1',
  });
  expect(pdf.madeAt).toMatch(/^D:20261120100000/);
  expect(Buffer.from(bytes).toString('latin1')).toContain('/DisplayDocTitle true');
});

test('headings, lists and tables are what they are, in the order in which they are read', () => {
  const roles = pdf.pages[0]!.parts.map(({ role }) => role);
  const skeleton = roles.filter((role) => /^(H\d|L|LI|Table|P)$/.test(role));
  expect(skeleton.slice(0, 10)).toEqual(['P', 'H1', 'Table', 'H2', 'P', 'H3', 'L', 'LI', 'LI', 'H2']);
  expect(roles.filter((role) => role === 'TH').length).toBeGreaterThan(2);
  expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/Scope \/Column/);
});

test('every word is read once, in the order in which it was written, and nothing is printed without a tag', () => {
  const said = blocks.flatMap((block): string[] => {
    if (block.kind === 'heading' || block.kind === 'paragraph') return [block.text];
    if (block.kind === 'list') return block.items.flatMap((item) => ['•', item]);
    if (block.kind === 'table') return [block.caption, ...block.columns, ...block.rows.flat()];
    return block.kind === 'facts' ? block.rows.flat() : block.kind === 'signature-lines' ? [...block.lines] : [];
  });
  expect(readOut(pdf)).toBe(solid(['Kingfisher Primary School', 'Social media policy', ...said].join('')));
  expect(readingFaults(pdf)).toEqual([]);
});

test('a bookmark leads to each heading, one beneath the other, on the page where it stands', () => {
  expect(pdf.bookmarks.map(({ title, level }) => [title, level])).toEqual([
    ['Scope', 1],
    ['Who that is', 2],
    ['Who has signed', 1],
  ]);
  const [, ...headings] = headingsOf(pdf);
  expect(pdf.bookmarks.map(({ title, page, level }) => ({ words: title, page, level: level + 1 }))).toEqual(
    headings.map(({ words, page, level }) => ({ words, page, level })),
  );
});

test('a long table goes on over the page with its heading, and every page says its number', () => {
  expect(pdf.pages.length).toBeGreaterThan(2);
  for (const { number, printed } of pdf.pages) expect(printed).toContain(`${number} of ${pdf.pages.length}`);
  expect(pdf.pages[1]!.printed).toContain('Name When');
});

test('names in other alphabets are printed with their own letters', () => {
  const text = pdf.pages[0]!.printed + pdf.pages[1]!.printed;
  for (const name of NAMES) expect(text.normalize()).toContain(name.normalize());
});
