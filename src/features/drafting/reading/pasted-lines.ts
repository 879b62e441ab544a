// Pasted lines → whole paragraphs: page numbers and running heads left out, lines broken by the page joined again. Pure.

const PAGE = /^(page\s+)?\d{1,4}(\s*(of|\/)\s*\d{1,4})?$/i;
const BEGINS_ANEW = /^(#{1,6}\s|\d{1,3}(\.\d{1,3}){0,4}[.):]?\s+\S|\(?[a-z]{1,4}[.)]\s|[•▪‣◦●○–—-]\s)/i;
/** A running head stands on every page. */
const REPEATED = 3;

export function pastedLines(text: string): string[] {
  const lines = text
    .normalize('NFC')
    .replaceAll(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replaceAll(/[\u00ad\u200b-\u200d\ufeff]/g, '')
    .replaceAll(/ﬁ/g, 'fi')
    .replaceAll(/ﬂ/g, 'fl')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/[\uf0b7\uf0a7\u25aa]/g, '•')
    .split('\n')
    .map((line) => line.trim());
  const counts = new Map<string, number>();
  for (const line of lines) if (line !== '') counts.set(line, (counts.get(line) ?? 0) + 1);
  const isFurniture = (line: string): boolean =>
    PAGE.test(line) || (counts.get(line)! >= REPEATED && line.length <= 90 && !/[.!?:;]$/.test(line));
  const paragraphs: string[] = [];
  // Only the last line of an open paragraph is looked at again: it may grow as long as the whole text.
  let open: string[] = [];
  let before: Before = { last: '', length: 0 };
  const close = (): void => {
    if (open.length > 0) paragraphs.push(open.join(''));
    [open, before] = [[], { last: '', length: 0 }];
  };
  const goOn = (line: string): void => {
    if (isHyphenated(before.last, line)) open[open.length - 1] = open.at(-1)!.slice(0, -1);
    else if (open.length > 0) open.push(' ');
    open.push(line);
    before = { last: line, length: before.length + line.length };
  };
  for (const line of lines) {
    if (line === '') close();
    else if (!isFurniture(line)) {
      if (open.length > 0 && (beginsAnew(before, line) || !goesOn(before, line))) close();
      goOn(line);
    }
  }
  close();
  return paragraphs;
}

interface Before {
  readonly last: string;
  /** Of the whole paragraph so far. */
  readonly length: number;
}

/** “5 days after” in the middle of a sentence is no clause 5. */
const beginsAnew = ({ last, length }: Before, line: string): boolean =>
  BEGINS_ANEW.test(line) && !(/^\d{1,3} \p{Ll}/u.test(line) && length > 60 && !/[.!?:;]$/.test(last));

/** A line goes on where the one before it was broken: full to the margin, or in the middle of a sentence. */
const goesOn = ({ last, length }: Before, line: string): boolean =>
  /^[\p{Ll}(“"‘&]/u.test(line) || /[,;(–—-]$/.test(last) || (length > 60 && !/[.!?:]$/.test(last));

const isHyphenated = (last: string, line: string): boolean => /\p{Ll}-$/u.test(last) && /^\p{Ll}/u.test(line);
