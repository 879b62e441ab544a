// Reads the plain text of a page into headings, lists and paragraphs, so that it is drawn and never trusted as a page. Pure.

export interface Span {
  readonly text: string;
  readonly strong: boolean;
  /** An https address; empty for plain words. */
  readonly href: string;
}

export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'list';
  /** One line of words for a heading or a paragraph, one for each point of a list. */
  readonly lines: readonly (readonly Span[])[];
}

export function lessonBlocks(words: string): Block[] {
  return words
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .flatMap((part) => blocksOf(part.split('\n').map((one) => one.trim())));
}

function blocksOf(lines: readonly string[]): Block[] {
  const found: Block[] = [];
  let plain: string[] = [];
  let points: string[] = [];
  const close = () => {
    if (plain.length > 0) found.push({ kind: 'paragraph', lines: [spansOf(plain.join(' '))] });
    if (points.length > 0) found.push({ kind: 'list', lines: points.map(spansOf) });
    [plain, points] = [[], []];
  };
  for (const text of lines) {
    const heading = /^#{1,4}\s+(.+)$/.exec(text)?.[1];
    const point = /^[-*]\s+(.+)$/.exec(text)?.[1];
    if (heading !== undefined) {
      close();
      found.push({ kind: 'heading', lines: [spansOf(heading)] });
    } else if (point === undefined) {
      if (points.length > 0) close();
      if (text !== '') plain.push(text);
    } else {
      if (plain.length > 0) close();
      points.push(point);
    }
  }
  close();
  return found;
}

/** `**strong**` and `[words](https://…)`; any other address stays as it was typed. */
function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  const say = (words: string) => words !== '' && spans.push({ text: words, strong: false, href: '' });
  for (const found of text.matchAll(/\*\*([^*]+)\*\*|\[([^\]]+)\]\((https:\/\/[^\s)]+)\)/g)) {
    say(text.slice(from, found.index));
    const [whole, strong, words = '', href = ''] = found;
    spans.push(strong === undefined ? { text: words, strong: false, href } : { text: strong, strong: true, href: '' });
    from = found.index + whole.length;
  }
  say(text.slice(from));
  return spans;
}
