// The letters of printed pages: the same as on screen, and for names in other alphabets a font that has them.
import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';

const require = createRequire(import.meta.url);
const WEIGHTS = { plain: 400, strong: 700 } as const;
export type Weight = keyof typeof WEIGHTS;

export interface Face {
  readonly name: string;
  has(codePoint: number): boolean;
}

type Order = readonly [Face, ...Face[]];
/** Of each weight the faces in the order in which a letter is looked for. */
export type Faces = Readonly<Record<Weight, Order>>;

export interface Run {
  readonly face: Face;
  readonly text: string;
}

export const facesOf = (doc: typeof PDFDocument.prototype): Faces => ({
  plain: orderOf(doc, 'plain'),
  strong: orderOf(doc, 'strong'),
});

function orderOf(doc: typeof PDFDocument.prototype, weight: Weight): Order {
  const own = (alphabet: string) =>
    faceOf(
      doc,
      `${weight}-${alphabet}`,
      `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${alphabet}-${WEIGHTS[weight]}-normal.woff`,
    );
  const wide = `dejavu-fonts-ttf/ttf/DejaVuSans${weight === 'strong' ? '-Bold' : ''}.ttf`;
  return [own('latin'), own('latin-ext'), faceOf(doc, `${weight}-wide`, wide)];
}

/** What fontkit says of a font that is open in a document; pdfkit's types leave it out. */
interface OpenFont {
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
}

function faceOf(doc: typeof PDFDocument.prototype, name: string, file: string): Face {
  doc.registerFont(name, require.resolve(file)).font(name);
  const { font } = (doc as unknown as OpenFont)._font;
  return { name, has: (codePoint) => font.hasGlyphForCodePoint(codePoint) };
}

/** Cuts a text where its letters need another font. A letter that none has is printed by the last, as an empty box. */
export function runsOf(text: string, order: Order): Run[] {
  const runs: { face: Face; text: string }[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    const before = runs.at(-1);
    const stays = before !== undefined && (letter === ' ' || /\p{M}/u.test(letter)) && before.face.has(code);
    const face = stays ? before.face : (order.find((one) => one.has(code)) ?? order.at(-1)!);
    if (before?.face === face) before.text += letter;
    else runs.push({ face, text: letter });
  }
  return runs;
}
