// Text pasted from Word or a PDF → headings and clauses. What is not understood stays as text; nonsense is refused. Pure.
import type { Clause } from '#features/policy/index.ts';
import { pastedLines } from './pasted-lines.ts';
import { whyNonsense } from './nonsense.ts';

export interface ReadClause {
  readonly number: string;
  readonly under: string;
  readonly title: string;
  readonly text: string;
  readonly binds: readonly string[];
  readonly force: Clause['force'];
}

export type ReadText =
  | { readonly ok: true; readonly title: string; readonly clauses: readonly ReadClause[] }
  | { readonly ok: false; readonly message: string; readonly remedy: string };

const LONGEST = 2000;
const LONGEST_TITLE = 80;
/** What introduces a list is said before each of its items, unless it is longer than any such words. */
const LONGEST_LEAD_IN = 300;
/** More than a school can write clauses. */
const MOST_PARAGRAPHS = 10_000;
const FIRST_HEADING = 'Introduction';
/** Behind a number, brackets or a full stop; or a bullet. */
const NUMBERED = /^(?<number>\d{1,3}(?:\.\d{1,3}){0,4})[.):]?\s+(?<rest>\S.*)$/s;
const LETTERED = /^(?:\(?[a-z]{1,4}[.)]|[•▪‣◦●○–—-])\s+(?<rest>\S.*)$/is;

interface Block {
  readonly kind: 'heading' | 'numbered' | 'item' | 'paragraph';
  readonly number: string;
  readonly text: string;
}

export function readText(text: string): ReadText {
  const why = whyNonsense(text);
  if (why) return { ok: false, ...why };
  const paragraphs = pastedLines(text);
  if (paragraphs.length > MOST_PARAGRAPHS) {
    return {
      ok: false,
      message: `This has ${paragraphs.length.toLocaleString('en-GB')} paragraphs: no policy is that long.`,
      remedy: 'Paste the text of the policy alone.',
    };
  }
  const blocks = paragraphs.map(blockOf);
  const [first] = blocks;
  const title = first && first.kind === 'heading' && first.number === '' ? first.text : '';
  const clauses = clausesOf(title === '' ? blocks : blocks.slice(1));
  if (clauses.length > 0) return { ok: true, title, clauses };
  return {
    ok: false,
    message: 'There are headings in this, and no sentence that could be a clause.',
    remedy: 'Paste the text of the policy, with its paragraphs.',
  };
}

function blockOf(text: string): Block {
  const marked = /^#{1,6}\s+(?<rest>\S.*)$/.exec(text)?.groups;
  if (marked) {
    const numbered = NUMBERED.exec(marked['rest']!)?.groups;
    return { kind: 'heading', number: numbered?.['number'] ?? '', text: numbered?.['rest'] ?? marked['rest']! };
  }
  const numbered = NUMBERED.exec(text)?.groups;
  if (numbered) {
    const rest = numbered['rest']!;
    return { kind: isHeading(rest) ? 'heading' : 'numbered', number: numbered['number']!, text: rest };
  }
  const lettered = LETTERED.exec(text)?.groups;
  if (lettered) return { kind: 'item', number: '', text: lettered['rest']! };
  return { kind: isHeading(text) ? 'heading' : 'paragraph', number: '', text };
}

/** Short, begins with a capital and ends without a stop: people write headings so. */
const isHeading = (text: string): boolean =>
  text.length <= LONGEST_TITLE &&
  /^[\p{Lu}\d“"‘]/u.test(text) &&
  !/[.!?;:,]$/.test(text) &&
  text.split(' ').length <= 10;

function clausesOf(blocks: readonly Block[]): ReadClause[] {
  const clauses: ReadClause[] = [];
  /** Numbers of the text itself are nobody else’s. */
  const written = new Set(blocks.flatMap(({ number }) => (number === '' ? [] : [number])));
  const taken = new Set<string>();
  let under = FIRST_HEADING;
  let chapter = '1';
  let chapters = 0;
  /** “2.2 Staff must not:”, said before each of its items. */
  let leadIn: { readonly number: string; readonly text: string } | null = null;
  const add = (wanted: string, beneath: string, text: string): void => {
    for (const piece of pieces(text)) {
      const number = wanted !== '' && !taken.has(wanted) ? wanted : freeBeneath(beneath);
      taken.add(number);
      clauses.push({ number, under, title: titleOf(piece), text: piece, binds: bindsOf(piece), force: forceOf(piece) });
    }
  };
  const last = new Map<string, number>();
  function freeBeneath(beneath: string): string {
    let place = last.get(beneath) ?? 0;
    do place += 1;
    while (taken.has(`${beneath}.${place}`) || written.has(`${beneath}.${place}`));
    last.set(beneath, place);
    return `${beneath}.${place}`;
  }
  for (const [at, { kind, number, text }] of blocks.entries()) {
    if (kind === 'heading' && (number === '' || !number.includes('.') || isChapter(blocks, at))) {
      chapters += 1;
      [under, leadIn, chapter] = [text.slice(0, 200), null, number || String(chapters)];
    } else if (kind === 'item') {
      add('', leadIn?.number || chapter, leadIn === null ? text : `${leadIn.text} ${text}`);
    } else {
      leadIn = text.endsWith(':') && text.length <= LONGEST_LEAD_IN ? { number, text } : null;
      if (leadIn === null || blocks[at + 1]?.kind !== 'item') add(number, chapter, text);
    }
  }
  return clauses;
}

/** `5.1 Names` with sentences of its own beneath it is a heading; with none it is the clause itself. */
const isChapter = (blocks: readonly Block[], at: number): boolean =>
  blocks[at + 1] !== undefined && blocks[at + 1]!.kind !== 'heading';

/** What is longer than a clause may be is cut between sentences. */
function pieces(text: string): string[] {
  if (text.length <= LONGEST) return [text];
  const found: string[] = [];
  let rest = text;
  while (rest.length > LONGEST) {
    const stop = rest.slice(0, LONGEST).lastIndexOf('. ') + 1;
    const space = rest.slice(0, LONGEST).lastIndexOf(' ');
    const cut = stop > LONGEST / 4 ? stop : space > 0 ? space : LONGEST;
    found.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  return rest === '' ? found : [...found, rest];
}

function titleOf(text: string): string {
  const [lead = '', more] = text.split(/[:–—]\s/, 2);
  if (more !== undefined && lead.split(' ').length <= 6 && lead.length >= 3) return lead;
  const words = text.replace(/[.;,:]$/, '').split(' ');
  return words.length <= 8 ? words.join(' ').slice(0, 200) : `${words.slice(0, 7).join(' ').slice(0, 190)} …`;
}

const FORCES: readonly (readonly [RegExp, Clause['force']])[] = [
  [
    /\b(must|shall|will|may|can) (not|never)\b|\bcannot\b|\bnever\b|\b(is|are) (not (allowed|permitted)|prohibited|forbidden)\b|\bno (member of )?staff\b/i,
    'must-not',
  ],
  [/\bshould (not|never)\b/i, 'should-not'],
  [/\b(must|shall)\b|\b(is|are) (required|expected) to\b|\bhas to\b|\bhave to\b/i, 'must'],
  [/\bshould\b|\b(is|are) (encouraged|advised)\b/i, 'should'],
  [/\bmay\b|\b(is|are) (allowed|permitted)\b/i, 'may'],
  [/\bwill\b/i, 'must'],
];
const forceOf = (text: string): Clause['force'] => FORCES.find(([pattern]) => pattern.test(text))?.[1] ?? 'fact';

const BOUND: readonly (readonly [RegExp, string])[] = [
  [/\b(staff|employees?|teachers?|colleagues?)\b/i, 'staff'],
  [/\b(pupils?|students?|learners?|children)\b/i, 'pupils'],
  [/\b(parents?|carers?|famil(y|ies))\b/i, 'parents'],
  [/\b(governors?|governing (body|board)|trustees?)\b/i, 'governors'],
  [/\bvolunteers?\b/i, 'volunteers'],
  [/\bhead ?teacher\b/i, 'headteacher'],
];
function bindsOf(text: string): string[] {
  const found = BOUND.filter(([pattern]) => pattern.test(text)).map(([, who]) => who);
  return found.length > 0 ? found : ['everybody whom the policy binds'];
}
