// A printed document as PDF: tagged, in reading order, with bookmarks, its language and its title (PDF/UA-1, ISO 14289-1).
import PDFDocument from 'pdfkit';
import { facesOf, runsOf, type Faces, type Weight } from './fonts.ts';
import type { Block, PrintedDocument } from './printed-document.ts';
import { columnWidths } from './column-widths.ts';

type Doc = typeof PDFDocument.prototype;
type Element = PDFKit.PDFStructureElement;

const PAGE = { width: 595.28, height: 841.89, side: 56, top: 64, bottom: 72 };
const WIDTH = PAGE.width - 2 * PAGE.side;
const INK = '#14201a';
const QUIET = '#45534b';
const GREEN = '#14573f';
const RULE = '#c6cfc8';
const SIZE = { title: 22, 1: 17, 2: 13.5, 3: 11.5, text: 10.5, small: 9 } as const;

/** pdfkit writes what PDF/UA asks for; its types do not know the word yet. */
const UNIVERSAL = { subset: 'PDF/UA' } as unknown as Pick<PDFKit.PDFDocumentOptions, 'subset'>;

interface Paper {
  readonly doc: Doc;
  readonly faces: Faces;
  /** What the parts of the document stand in, for a screen reader. */
  readonly root: Element;
  /** The bookmarks under which the next one stands, outermost first. */
  readonly outline: PDFKit.PDFOutline[];
}

interface Style {
  readonly size: number;
  readonly weight?: Weight;
  readonly colour?: string;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly align?: 'right';
}

/** @returns the bytes of the file */
export async function printedPdf(printed: PrintedDocument): Promise<Uint8Array> {
  const made = new Date(printed.madeAt);
  const doc = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margins: { top: PAGE.top, bottom: PAGE.bottom, left: PAGE.side, right: PAGE.side },
    pdfVersion: '1.7',
    ...UNIVERSAL,
    tagged: true,
    displayTitle: true,
    lang: printed.language,
    bufferPages: true,
    info: { Title: printed.title, Author: printed.school, Producer: 'Gatepost', CreationDate: made, ModDate: made },
  });
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const whole = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  const root = doc.struct('Document');
  doc.addStructure(root);
  const paper: Paper = { doc, faces: facesOf(doc), root, outline: [doc.outline] };
  titleOf(paper, printed);
  for (const block of printed.blocks) draw(paper, block);
  root.end();
  footers(paper, printed.footer);
  doc.end();
  await whole;
  return Buffer.concat(parts);
}

function titleOf(paper: Paper, { school, title }: PrintedDocument): void {
  part(paper, paper.root, 'P', () => write(paper, school, { size: SIZE.text, weight: 'strong', colour: GREEN }));
  paper.doc.moveDown(0.3);
  part(paper, paper.root, 'H1', () => write(paper, title, { size: SIZE.title, weight: 'strong' }));
  paper.doc.moveDown(0.5);
  ruler(paper, 1.5, GREEN);
  paper.doc.moveDown(0.8);
}

function draw(paper: Paper, block: Block): void {
  const { doc, root } = paper;
  switch (block.kind) {
    case 'heading':
      return heading(paper, block.level, block.text);
    case 'paragraph':
      part(paper, root, 'P', () => write(paper, block.text, { size: SIZE.text }));
      return void doc.moveDown(0.6);
    case 'note':
      part(paper, root, 'P', () => write(paper, block.text, { size: SIZE.small, colour: QUIET }));
      return void doc.moveDown(0.6);
    case 'list':
      return list(paper, block.items);
    case 'facts':
      return table(paper, { rows: block.rows, named: true });
    case 'table':
      part(paper, root, 'P', () => write(paper, block.caption, { size: SIZE.text, weight: 'strong' }));
      doc.moveDown(0.3);
      return table(paper, { columns: block.columns, rows: block.rows, named: false });
    case 'signature-lines':
      return signatureLines(paper, block.lines);
    case 'page-break':
      return void doc.addPage();
  }
}

/** The title is the only heading of the first level, so a heading of level 1 is the second on paper. */
function heading(paper: Paper, level: 1 | 2 | 3, text: string): void {
  const { doc } = paper;
  doc.moveDown(level === 1 ? 0.9 : 0.5);
  room(doc, SIZE[level] * 1.4 + 90); // never alone at the foot of a page
  part(paper, paper.root, `H${level + 1}`, () => write(paper, text, { size: SIZE[level], weight: 'strong' }));
  doc.moveDown(0.35);
  paper.outline.length = Math.min(level, paper.outline.length);
  paper.outline.push(paper.outline.at(-1)!.addItem(text));
}

function list(paper: Paper, items: readonly string[]): void {
  const { doc, root } = paper;
  if (items.length === 0) return;
  const whole = child(doc, root, 'L');
  for (const item of items) {
    const line = child(doc, whole, 'LI');
    room(doc, SIZE.text * 1.5);
    const y = doc.y;
    part(paper, line, 'Lbl', () => write(paper, '•', { size: SIZE.text, colour: GREEN, y, width: 14 }));
    part(paper, line, 'LBody', () => write(paper, item, { size: SIZE.text, x: PAGE.side + 14, y, width: WIDTH - 14 }));
    line.end();
    doc.moveDown(0.25);
  }
  whole.end();
  doc.x = PAGE.side;
  doc.moveDown(0.5);
}

interface Grid {
  /** Left out where the first cell of each row says what the second is. */
  readonly columns?: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The first cell of each row is its heading. */
  readonly named: boolean;
}

const PADDING = 5;

function table(paper: Paper, { columns, rows, named }: Grid): void {
  const { doc, root } = paper;
  if (rows.length === 0) return;
  const widths = named ? [WIDTH * 0.34, WIDTH * 0.66] : columnWidths(columns!, rows, WIDTH);
  const whole = child(doc, root, 'Table');
  const headRow = (parent: Element | null) =>
    line(paper, parent, columns!, { widths, weight: 'strong', heads: 'Column' });
  if (columns) headRow(whole);
  for (const cells of rows) {
    if (doc.y + heightOf(paper, cells, widths) > PAGE.height - PAGE.bottom) {
      doc.addPage();
      if (columns) headRow(null); // repeated for the eye; a screen reader has heard it
    }
    line(paper, whole, cells, { widths, weight: 'plain', heads: 'Row' });
  }
  whole.end();
  doc.x = PAGE.side;
  doc.moveDown(0.9);
}

interface Line {
  readonly widths: readonly number[];
  readonly weight: Weight;
  /** Every cell is the heading of its column, or the first is that of its row. */
  readonly heads: 'Column' | 'Row';
}

function line(paper: Paper, parent: Element | null, cells: readonly string[], { widths, weight, heads }: Line): void {
  const { doc } = paper;
  const top = doc.y;
  const height = heightOf(paper, cells, widths);
  const row = parent && child(doc, parent, 'TR');
  let x: number = PAGE.side;
  for (const [n, text] of cells.entries()) {
    const isHead = heads === 'Column' || n === 0;
    const style = { size: SIZE.small + 0.5, x, y: top + PADDING, width: widths[n]! - PADDING * 2 };
    const print = () => write(paper, text, { ...style, weight: isHead && heads === 'Row' ? 'strong' : weight });
    if (row === null) artifact(doc, print);
    else {
      const cell = doc.struct(isHead ? 'TH' : 'TD', isHead ? ({ scope: heads } as object) : {});
      row.add(cell);
      cell.add(print);
      cell.end();
    }
    x += widths[n]!;
  }
  row?.end();
  doc.y = top + height;
  ruler(paper, heads === 'Column' ? 1 : 0.5, heads === 'Column' ? INK : RULE);
}

function heightOf({ doc, faces }: Paper, cells: readonly string[], widths: readonly number[]): number {
  doc.font(faces.strong[0].name).fontSize(SIZE.small + 0.5);
  const heights = cells.map((text, n) => doc.heightOfString(text || ' ', { width: widths[n]! - PADDING * 2 }));
  return Math.max(...heights) + PADDING * 2;
}

function signatureLines(paper: Paper, lines: readonly string[]): void {
  const { doc, root } = paper;
  for (const text of lines) {
    room(doc, 46);
    doc.y += 26;
    const y = doc.y;
    artifact(doc, () => {
      doc.moveTo(PAGE.side, y).lineTo(PAGE.side + WIDTH * 0.62, y);
      doc.moveTo(PAGE.side + WIDTH * 0.68, y).lineTo(PAGE.side + WIDTH, y);
      doc.lineWidth(0.7).strokeColor(INK).stroke();
    });
    doc.y = y + 3;
    part(paper, root, 'P', () =>
      write(paper, text, { size: SIZE.small, colour: QUIET, width: WIDTH * 0.62, y: y + 3 }),
    );
    const below = doc.y;
    artifact(doc, () =>
      write(paper, 'Date', { size: SIZE.small, colour: QUIET, x: PAGE.side + WIDTH * 0.68, y: y + 3, width: 90 }),
    );
    doc.x = PAGE.side;
    doc.y = below;
  }
  doc.moveDown(0.8);
}

/** Writes a text, each run in the font that has its letters. */
function write({ doc, faces }: Paper, text: string, style: Style): void {
  const { size, weight = 'plain', colour = INK, width = WIDTH, align = 'left' } = style;
  const runs = runsOf(text === '' ? ' ' : text, faces[weight]);
  doc.fontSize(size).fillColor(colour);
  for (const [n, { face, text: words }] of runs.entries()) {
    const options = { width, align, lineGap: size * 0.18, continued: n < runs.length - 1 };
    doc.font(face.name);
    if (n === 0) doc.text(words, style.x ?? PAGE.side, style.y ?? doc.y, options);
    else doc.text(words, options);
  }
}

function part({ doc }: Paper, parent: Element, type: string, print: () => void): void {
  const element = doc.struct(type);
  parent.add(element);
  element.add(print);
  element.end();
}

function child(doc: Doc, parent: Element, type: string): Element {
  const element = doc.struct(type);
  parent.add(element);
  return element;
}

/** For the eye only: a screen reader passes over it. */
function artifact(doc: Doc, print: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' });
  print();
  doc.endMarkedContent();
}

function ruler({ doc }: Paper, thick: number, colour: string): void {
  const y = doc.y;
  artifact(doc, () => {
    doc
      .moveTo(PAGE.side, y)
      .lineTo(PAGE.side + WIDTH, y)
      .lineWidth(thick)
      .strokeColor(colour)
      .stroke();
  });
}

function room(doc: Doc, height: number): void {
  if (doc.y + height > PAGE.height - PAGE.bottom) doc.addPage();
}

function footers(paper: Paper, footer: string): void {
  const { doc } = paper;
  const { start, count } = doc.bufferedPageRange();
  for (let n = start; n < start + count; n += 1) {
    doc.switchToPage(n);
    doc.page.margins.bottom = 0; // or the foot would begin a page of its own
    const y = PAGE.height - 44;
    const style = { size: SIZE.small, colour: QUIET, y };
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] } as PDFKit.Mixins.MarkingOptions);
    write(paper, footer, { ...style, width: WIDTH - 80 });
    write(paper, `${n - start + 1} of ${count}`, { ...style, x: PAGE.side + WIDTH - 70, width: 70, align: 'right' });
    doc.endMarkedContent();
  }
}
