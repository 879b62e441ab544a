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
  let open = '';
  const close = (): void => {
    if (open !== '') paragraphs.push(open);
    open = '';
  };
  for (const line of lines) {
    if (line === '') close();
    else if (isFurniture(line)) continue;
    else if (open === '') open = line;
    else if (!beginsAnew(open, line) && goesOn(open, line)) open = joined(open, line);
    else {
      close();
      open = line;
    }
  }
  close();
  return paragraphs;
}

/** “5 days after” in the middle of a sentence is no clause 5. */
const beginsAnew = (before: string, line: string): boolean =>
  BEGINS_ANEW.test(line) && !(/^\d{1,3} \p{Ll}/u.test(line) && before.length > 60 && !/[.!?:;]$/.test(before));

/** A line goes on where the one before it was broken: full to the margin, or in the middle of a sentence. */
const goesOn = (before: string, line: string): boolean =>
  /^[\p{Ll}(“"‘&]/u.test(line) || /[,;(–—-]$/.test(before) || (before.length > 60 && !/[.!?:]$/.test(before));

const joined = (before: string, line: string): string =>
  /\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(line) ? before.slice(0, -1) + line : `${before} ${line}`;
