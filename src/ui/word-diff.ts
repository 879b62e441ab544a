// What changed between two versions of the words, word by word.
export interface DiffPart {
  readonly kind: 'same' | 'out' | 'in';
  readonly text: string;
}

const mostCells = 4_000_000;
const tokens = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}'’]+|[^\s\p{L}\p{N}'’]/gu) ?? [];

/** The parts of `before` taken out and of `after` put in, in reading order. Very long rewrites come back as one change. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const a = tokens(before);
  const b = tokens(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const middleA = a.slice(head, a.length - tail);
  const middleB = b.slice(head, b.length - tail);
  const middle: DiffPart[] =
    middleA.length * middleB.length > mostCells
      ? [
          { kind: 'out', text: middleA.join('') },
          { kind: 'in', text: middleB.join('') },
        ]
      : compare(middleA, middleB);
  return gather([
    { kind: 'same', text: a.slice(0, head).join('') },
    ...middle,
    { kind: 'same', text: a.slice(a.length - tail).join('') },
  ]);
}

/** Longest common run of words, by the usual table, read back from its first corner. */
function compare(a: readonly string[], b: readonly string[]): DiffPart[] {
  const wide = b.length + 1;
  const common = new Uint32Array((a.length + 1) * wide);
  const at = (i: number, j: number) => common[i * wide + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * wide + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      parts.push({ kind: 'same', text: a[i++] ?? '' });
      j++;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) {
      parts.push({ kind: 'out', text: a[i++] ?? '' });
    } else {
      parts.push({ kind: 'in', text: b[j++] ?? '' });
    }
  }
  return parts;
}

/** Joins neighbours, so that "Amelia Fenwick → One of us" reads as one change and not as three with spaces kept between. */
function gather(parts: readonly DiffPart[]): DiffPart[] {
  const out: DiffPart[] = [];
  let taken = '';
  let put = '';
  const flush = () => {
    if (taken) out.push({ kind: 'out', text: taken });
    if (put) out.push({ kind: 'in', text: put });
    taken = put = '';
  };
  parts.forEach((part, i) => {
    const onlySpace =
      part.kind === 'same' && part.text.trim() === '' && i < parts.length - 1 && taken !== '' && put !== '';
    if (part.kind === 'out' || onlySpace) taken += part.text;
    if (part.kind === 'in' || onlySpace) put += part.text;
    if (part.kind === 'same' && !onlySpace && part.text) {
      flush();
      const last = out.at(-1);
      if (last?.kind === 'same') out[out.length - 1] = { kind: 'same', text: last.text + part.text };
      else out.push(part);
    }
  });
  flush();
  return out;
}

/** Long unchanged stretches cut to `keep` words either side, with "…" between. */
export function shortenSame(parts: readonly DiffPart[], keep = 6): DiffPart[] {
  return parts.map((part, i) => {
    if (part.kind !== 'same') return part;
    const words = part.text.split(/(?<=\s)/u);
    if (words.length <= keep * 2 + 1) return part;
    const first = i === 0 ? '' : words.slice(0, keep).join('');
    const last = i === parts.length - 1 ? '' : words.slice(-keep).join('');
    return { kind: 'same', text: `${first}… ${last}` };
  });
}
