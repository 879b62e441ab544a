// Undoes the sign that turns letters round, so that a name typed backwards is read as readers see it.

/** From the sign that turns what follows (a right-to-left override) to the sign that ends it, or the line's end. */
const turned = /\u202E([^\u202C\u2069\n\u2028\u2029]*)/g;

export interface Shown {
  readonly text: string;
  /** For each UTF-16 unit, its place in the text as typed. */
  readonly from: Uint32Array;
}

/** The text as it is shown, as long as it was; null when nothing in it is turned round. */
export const asShown = (text: string): Shown | null => {
  if (!text.includes('\u202E')) return null;
  const from = Uint32Array.from({ length: text.length }, (_, at) => at);
  let out = '';
  let taken = 0;
  for (const match of text.matchAll(turned)) {
    const start = match.index + 1;
    const end = match.index + match[0].length;
    // A sign without a shape takes its place, or the result would be turned again.
    out += `${text.slice(taken, match.index)}\u200B`;
    let unit = start;
    for (const character of Array.from(match[1] ?? '').reverse()) {
      const place = start + end - unit - character.length;
      for (let half = 0; half < character.length; half++) from[unit + half] = place + half;
      unit += character.length;
      out += character === '\u202E' ? '\u200B' : character;
    }
    taken = end;
  }
  return { text: out + text.slice(taken), from };
};
