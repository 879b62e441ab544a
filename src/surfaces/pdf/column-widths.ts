// How wide each column of a printed table is: by what stands in it, none narrower than its longest word.

/** Of an average letter at the size of a table, in points. */
const LETTER = 5;
const PADDING = 10;
/** No column asks for more than so many letters a line: longer texts are broken. */
const LONGEST = 46;

/** @param width of the whole table, in points; the result adds up to it */
export function columnWidths(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly number[] {
  const wanted = columns.map((column, n) => {
    const texts = [column, ...rows.map((row) => row[n] ?? '')];
    const word = Math.max(...texts.flatMap((text) => text.split(/\s+/).map(({ length }) => length)));
    const text = Math.min(LONGEST, Math.max(...texts.map(({ length }) => length)));
    return { least: Math.min(word, LONGEST) * LETTER + PADDING, best: text * LETTER + PADDING };
  });
  const least = sum(wanted.map((column) => column.least));
  if (least >= width) return wanted.map((column) => (column.least / least) * width);
  const spread = sum(wanted.map(({ best, least: low }) => best - low));
  const spare = width - least;
  return wanted.map(
    ({ best, least: low }) => low + (spread === 0 ? spare / wanted.length : (spare * (best - low)) / spread),
  );
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
