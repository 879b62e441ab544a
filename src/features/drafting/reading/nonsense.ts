// Whether pasted text is a policy that can be read at all: a file’s inner bytes, or a PDF whose letters came out wrong, are told apart. Pure.

export interface Nonsense {
  readonly message: string;
  readonly remedy: string;
}

const FEWEST_WORDS = 12;
/** Word writes bullets as signs of a font of its own. */
const WORD_BULLETS = /[\uf0a7\uf0b7\uf0d8\uf0fc]/g;
/** Words of which every English or Welsh sentence has some. */
const EVERYDAY = new Set(
  (
    'the of and to a an in is are be for that on by with as or not it this will must should may at from all any their our no who ' +
    'y yr a ac i o yn ar am mae na nid ni rhaid gan eu ei bod fod sy cael dylai'
  ).split(' '),
);

/** How PDF, Word and web files begin on the inside. */
const INSIDES = ['%pdf-', 'pk\u0003\u0004', '{\\rtf', '<!doctype', '<html'];

/** Null where it can be read. */
export function whyNonsense(pasted: string): Nonsense | null {
  const text = pasted.replaceAll(WORD_BULLETS, '');
  const start = text.trimStart().slice(0, 20).toLowerCase();
  if (INSIDES.some((begins) => start.startsWith(begins))) {
    return {
      message: 'This is the inside of a file, not its text.',
      remedy: 'Open the file, select all of it, copy it and paste it here.',
    };
  }
  const words = text.match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? [];
  if (words.length < FEWEST_WORDS) {
    return { message: 'There are too few words here for a policy.', remedy: 'Paste the text of the whole policy.' };
  }
  const visible = text.replaceAll(/\s/g, '').length;
  const letters = words.join('').length;
  const strange = (text.match(/[\p{Co}\p{Cn}\ufffd]|(?![\n\r\t\f\v])\p{Cc}/gu) ?? []).length;
  const everyday = words.filter((word) => EVERYDAY.has(word.toLowerCase())).length;
  if (strange / visible > 0.02 || letters / visible < 0.5 || everyday / words.length < 0.08) {
    return {
      message: 'The letters of this text did not survive copying: it does not read as sentences.',
      remedy: 'Some PDFs hold pictures of letters. Copy it from the Word file instead, or have it read as text first.',
    };
  }
  return null;
}
