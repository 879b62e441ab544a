// The words of a notice for a page: cut at its web addresses, so that they can be followed. Pure.

export interface Stretch {
  readonly text: string;
  /** An address, where the stretch is one. */
  readonly href: string | null;
}

/** A full stop or a bracket after an address belongs to the sentence. */
const ADDRESS = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]]/gu;

export function withLinks(words: string): Stretch[] {
  const stretches: Stretch[] = [];
  let end = 0;
  for (const { 0: href, index } of words.matchAll(ADDRESS)) {
    if (index > end) stretches.push({ text: words.slice(end, index), href: null });
    stretches.push({ text: href, href });
    end = index + href.length;
  }
  if (end < words.length) stretches.push({ text: words.slice(end), href: null });
  return stretches;
}

/** The first line, for a title; a longer one ends after a whole word. */
export function titleOf(words: string): string {
  const first = words.trim().split('\n', 1)[0] ?? '';
  if (first === '') return 'A picture';
  return first.length <= 80 ? first : `${first.slice(0, 79).replace(/\s+\S*$/u, '')}…`;
}
