// A post's words as a feed carries them: a short title, and HTML in which nothing of the author's can act as markup.

interface Worded {
  readonly words: string;
  readonly pictures: readonly { readonly url: string; readonly alt: string }[];
}

const LONGEST_TITLE = 80;

/** The first line; a longer one ends after a whole word. */
export function itemTitle(words: string): string {
  const first = readable(words).trim().split('\n', 1)[0]!.trim();
  const letters = [...new Intl.Segmenter('en-GB', { granularity: 'grapheme' }).segment(first)].map(
    ({ segment }) => segment,
  );
  if (letters.length === 0) return 'A picture';
  if (letters.length <= LONGEST_TITLE) return first;
  const cut = letters.slice(0, LONGEST_TITLE - 1).join('');
  return `${cut.replace(/\s+\S*$/u, '')}…`;
}

export function itemHtml({ words, pictures }: Worded): string {
  const paragraphs = readable(words)
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${linked(paragraph).replaceAll('\n', '<br>')}</p>`);
  const images = pictures.map(({ url, alt }) => `<p><img src="${escaped(url)}" alt="${escaped(readable(alt))}"></p>`);
  return [...paragraphs, ...images].join('\n');
}

/** Characters that XML 1.0 (§2.2) has no place for are left out; lines end in one way. */
export function readable(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (char) => ENTITIES[char]!);

/** A full stop or a bracket after a link belongs to the sentence. */
const LINK = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]]/gu;

function linked(text: string): string {
  let end = 0;
  let html = '';
  for (const { 0: link, index } of text.matchAll(LINK)) {
    html += `${escaped(text.slice(end, index))}<a href="${escaped(link)}">${escaped(link)}</a>`;
    end = index + link.length;
  }
  return html + escaped(text.slice(end));
}
