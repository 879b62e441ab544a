// Where findings lie on the words of a post: cuts the words into stretches to draw, and keeps marks in place while people type.
// Offsets are positions in the JavaScript string (UTF-16 units), end not included.
export type MarkTone = 'stop' | 'hold' | 'look' | 'over';

export interface TextMark {
  readonly start: number;
  readonly end: number;
  readonly tone: MarkTone;
  /** The finding's number, shown in the margin on the line where the mark ends. */
  readonly number?: number | undefined;
  /** Where the finding is explained, usually `#finding-1`. */
  readonly href?: string | undefined;
}

export interface Segment {
  readonly start: number;
  readonly text: string;
  readonly tone: MarkTone | null;
  /** Marks that end with this stretch and have a number to show. */
  readonly flags: readonly TextMark[];
}

const strongestFirst: readonly MarkTone[] = ['stop', 'over', 'hold', 'look'];

/** Cuts `text` at every edge of a mark. Where marks overlap the strongest is drawn; every mark keeps its flag. */
export function segments(text: string, marks: readonly TextMark[]): Segment[] {
  const real = marks
    .map((mark) => ({ ...mark, start: Math.max(0, mark.start), end: Math.min(text.length, mark.end) }))
    .filter((mark) => mark.start < mark.end);
  const cuts = [...new Set([0, text.length, ...real.flatMap((mark) => [mark.start, mark.end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] ?? text.length;
    const over = real.filter((mark) => mark.start <= start && mark.end >= end);
    return {
      start,
      text: text.slice(start, end),
      tone: strongestFirst.find((tone) => over.some((mark) => mark.tone === tone)) ?? null,
      flags: real.filter((mark) => mark.end === end && mark.number !== undefined),
    };
  });
}

/**
 * Marks found on `before`, moved to where their words now stand in `after`. Between the first change and the last, a mark
 * goes with its words if they stand there exactly once; marks whose own words changed are left out.
 */
export function carryMarks(before: string, after: string, marks: readonly TextMark[]): TextMark[] {
  if (before === after) return [...marks];
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const changedTo = before.length - tail;
  const shift = after.length - before.length;
  return marks.flatMap((mark) => {
    if (mark.end <= head) return [mark];
    if (mark.start >= changedTo) return [{ ...mark, start: mark.start + shift, end: mark.end + shift }];
    const words = before.slice(mark.start, mark.end);
    const start = after.indexOf(words);
    if (words === '' || start === -1 || after.indexOf(words, start + 1) !== -1) return [];
    return [{ ...mark, start, end: start + words.length }];
  });
}
