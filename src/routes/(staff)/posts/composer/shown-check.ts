// What a check found, as the composer shows it: notes in reading order, what is still to be done at which field, and the gate.
import type { ClauseRef } from '#ui/clause-ref.ts';
import type { TextMark } from '#ui/marks.ts';
import type { Tone } from '#ui/state.ts';
import type { Features } from '#features/index.ts';
import type { Api } from '#kernel/registry.ts';
import { capital, listed, sayCount } from '#surfaces/web/say-count.ts';

export type Checked = Awaited<ReturnType<Api<Features>['posts']['check']>>;
type Found = Checked['findings'][number];
export type CiteClauses = (ids: readonly string[]) => readonly ClauseRef[];

export interface Note {
  readonly number: number;
  readonly id: string;
  readonly tone: Extract<Tone, 'stop' | 'hold' | 'look'>;
  /** Who must decide, where a person must. */
  readonly person: string | undefined;
  readonly rule: string;
  readonly part: string;
  readonly start: number;
  readonly end: number;
  readonly excerpt: string;
  readonly quote: string | undefined;
  readonly says: string;
  readonly who: string;
  readonly fixes: readonly string[];
  readonly contestable: boolean;
  readonly clauses: readonly ClauseRef[];
}

export interface ToDo {
  readonly code: string;
  readonly field: string;
  readonly message: string;
  readonly clauses: readonly ClauseRef[];
  /** Where it is done, if not at a field. */
  readonly href: string;
}

export interface GateView {
  readonly is: 'shut' | 'held' | 'open';
  readonly says: string;
  readonly detail: string;
  /** Where the first thing to put right stands; empty when it may go. */
  readonly first: string;
  /** The button that sends it; empty while something stops it. */
  readonly send: string;
}

export interface CheckView {
  readonly heading: string;
  readonly tally: string;
  readonly notes: readonly Note[];
  readonly toDo: readonly ToDo[];
  readonly gate: GateView;
  readonly why: Checked['need']['why'];
  /** What “as soon as possible” means here. */
  readonly soon: string;
  readonly going: readonly { readonly accountId: string; readonly words: string; readonly length: number }[];
}

export function shownCheck(checked: Checked, cite: CiteClauses): CheckView {
  const toDo = [...checked.findings.filter(isAField).map(asToDo), ...checked.obstacles].map(
    ({ code, field, message, remedy, clauses, href = '' }) => ({
      code,
      field,
      message: href === '' ? `${message} ${remedy}`.trim() : message,
      clauses: cite(clauses),
      href,
    }),
  );
  const deciders = checked.deciders.map(({ name }) => name);
  const person = deciders.length === 0 ? undefined : listed(deciders.slice(0, 2), 'or');
  const notes = inReadingOrder(
    checked.findings.filter((found) => !isAField(found) && !isSaidAtItsPicture(found, checked)),
  ).map((found, index) => noteOf(found, index + 1, person, cite));
  return {
    heading:
      notes.length === 0
        ? 'Nothing found in the words'
        : `${capital(sayCount(notes.length))} ${notes.length === 1 ? 'note' : 'notes'}`,
    tally: tallyOf(notes, person),
    notes,
    toDo,
    gate: gateOf(notes, toDo, checked.need, deciders),
    why: checked.need.why,
    soon: soonOf(checked.need, deciders),
    going: checked.going.map(({ accountId, words, length }) => ({ accountId, words, length })),
  };
}

/** A kind that has not been chosen is asked for at its field: it stands nowhere in the words. */
const isAField = ({ rule, severity }: Found): boolean => rule === 'no-category' && severity === 'block';
const asToDo = ({ rule, message, clauses }: Found) => ({
  code: rule,
  field: 'category',
  message,
  remedy: '',
  clauses,
  href: '',
});

/** Whether a picture shows children is asked at the picture, and not said twice. */
const isSaidAtItsPicture = ({ rule, part }: Found, { obstacles }: Checked): boolean =>
  rule === 'child-media' && obstacles.some(({ field }) => field.startsWith(`pictures.${part.split('-')[1]}`));

const PLACE = (part: string): number => (part === 'words' ? 0 : part.startsWith('picture-') ? 2 : 1);
const inReadingOrder = (findings: readonly Found[]): Found[] =>
  findings.toSorted(
    (one, other) =>
      PLACE(one.part) - PLACE(other.part) || one.part.localeCompare(other.part) || one.start - other.start,
  );

const TONES = { block: 'stop', review: 'hold', warn: 'look' } as const;

function noteOf(found: Found, number: number, person: string | undefined, cite: CiteClauses): Note {
  const tone = TONES[found.severity];
  const quoted = /^“([^”]+)” (.+)$/su.exec(found.message);
  return {
    number,
    id: `finding-${number}`,
    tone,
    person: tone === 'hold' ? person : undefined,
    rule: found.rule,
    part: found.part,
    start: found.start,
    end: found.end,
    excerpt: found.excerpt,
    quote: quoted?.[1],
    says: quoted?.[2] ?? found.message,
    who: `${found.remedy} ${whoDecides(found, person)}`.trim(),
    fixes: found.fixes,
    contestable: found.contestable && tone === 'stop',
    clauses: cite(found.clauses),
  };
}

function whoDecides({ severity }: Found, person: string | undefined): string {
  switch (severity) {
    case 'block':
      return 'No one can let it through as it is.';
    case 'review':
      return person === undefined
        ? 'You can send it as it is; it waits for somebody who may decide it.'
        : `You can send it as it is: ${person} decides, and will see this note.`;
    case 'warn':
      return 'You decide.';
  }
}

function tallyOf(notes: readonly Note[], person: string | undefined): string {
  const count = (tone: Note['tone']) => notes.filter((note) => note.tone === tone).length;
  const [stop, hold, look] = [count('stop'), count('hold'), count('look')];
  const parts = [
    stop > 0 ? `${sayCount(stop)} ${stop === 1 ? 'stops' : 'stop'} it` : '',
    hold > 0 ? `${sayCount(hold)} ${hold === 1 ? 'needs' : 'need'} ${person ?? 'another person'}` : '',
    look > 0 ? `${sayCount(look)} ${look === 1 ? 'is' : 'are'} worth a look` : '',
  ].filter((part) => part !== '');
  return parts.length === 0
    ? 'Names, contact details, tone and the rest were looked for.'
    : `${capital(listed(parts))}.`;
}

const WHY: Readonly<Record<Checked['need']['why'], string>> = {
  'second-reader': 'Somebody else reads every post before it goes out',
  clearance: 'Something in it is theirs to decide',
  press: 'Whoever deals with the press approves every press release',
  picture: 'Somebody else looks at every picture before it goes out',
  emergency: 'By the emergency route, and looked at again the next day',
  advised: 'A second reader is advised; leaving that out needs a reason, below “When”',
  nobody: 'Nobody else need read it first',
};

function gateOf(
  notes: readonly Note[],
  toDo: readonly ToDo[],
  need: Checked['need'],
  deciders: readonly string[],
): GateView {
  const stops = notes.filter(({ tone }) => tone === 'stop');
  const open = stops.length + toDo.length;
  if (open > 0) {
    const names = [...new Set([...stops.map(({ rule }) => SHORT[rule]), ...toDo.map(({ code }) => SHORT[code])])];
    const said = names.filter((name) => name !== undefined).slice(0, 4);
    return {
      is: 'shut',
      says: `${capital(sayCount(open))} ${open === 1 ? 'thing' : 'things'} to put right before it can go`,
      detail: capital(listed(said)),
      first: `#${stops[0]?.id ?? toDo[0]!.field}`,
      send: '',
    };
  }
  if (need.none) return { is: 'open', says: 'It can go', detail: WHY[need.why], first: '', send: 'Publish it' };
  if (deciders.length < need.people) {
    const says =
      deciders.length === 0
        ? 'There is nobody who may decide it'
        : `It takes ${sayCount(need.people)} people to decide it`;
    return {
      is: 'held',
      says,
      detail: 'It will wait. Tell whoever keeps Gatepost at your school',
      first: '',
      send: 'Send it, to wait',
    };
  }
  const whom = some(deciders, need.people > 1 ? 'and' : 'or');
  const says =
    need.people === 1
      ? `${whom} decides whether it can go`
      : deciders.length === need.people
        ? `${whom} decide whether it can go`
        : `${capital(sayCount(need.people))} of ${some(deciders, 'and')} decide whether it can go`;
  return { is: 'held', says, detail: WHY[need.why], first: '', send: `Send to ${whom}` };
}

function soonOf({ none, people }: Checked['need'], deciders: readonly string[]): string {
  if (none) return 'As soon as it may go';
  if (deciders.length === 0) return 'As soon as it is agreed to';
  return people === 1
    ? `As soon as ${some(deciders, 'or')} has agreed to it`
    : `As soon as ${sayCount(people)} people have agreed to it`;
}

/** Two by name, more by their number. */
const some = (names: readonly string[], joined: 'and' | 'or'): string =>
  names.length <= 3
    ? listed(names, joined)
    : `${names.slice(0, 2).join(', ')} ${joined} ${sayCount(names.length - 2)} others`;

/** Findings and things to do, in a word or two, for the gate. */
const SHORT: Readonly<Record<string, string>> = {
  'pupil-full-name': 'a full name',
  'pupil-identifiable': 'a pupil picked out',
  'personal-email': 'an e-mail address',
  'personal-phone': 'a telephone number',
  'postal-address': 'an address',
  'personal-identifier': 'a number of somebody’s own',
  'named-adult': 'somebody named',
  derogatory: 'how somebody is spoken of',
  offensive: 'an offensive word',
  discriminatory: 'how a group is spoken of',
  opinion: 'an opinion',
  commitment: 'a promise',
  extremism: 'extremism',
  confidential: 'something confidential',
  'live-location': 'where children will be',
  'private-contact': 'private contact',
  'personal-gain': 'advertising',
  copyright: 'somebody’s rights',
  'suspicious-link': 'a link',
  'child-media': 'a picture of children',
  'missing-alt': 'a description',
  unsigned: 'a signature',
  'incident-in-progress': 'an incident under way',
  'no-words': 'the words',
  'no-travels': 'how it may travel',
  'no-pupils-why': 'why it speaks to pupils',
  'no-pupils-implies': 'what follows from that',
  'press-in-question': 'a press release in question',
  'no-account': 'an account',
  'not-ready': 'what comes before writing',
  'account-closed': 'a closed account',
  'too-long': 'its length',
  'time-passed': 'its time',
  'no-category': 'the kind of post',
  'no-event-date': 'the date of the event',
  'no-achievement': 'the achievement',
  'no-link': 'the link',
  'no-closing-date': 'the closing date',
  'no-contact': 'whom to contact',
  'no-objective': 'what it is for',
  'not-searchable-confirmed': 'that anybody may find it',
  'personal-benefit': 'personal gain',
  'no-basis': 'why somebody may be named',
  'no-confirmer': 'who confirmed a promise',
  'no-alternative': 'how other families will hear',
  'not-school-device': 'whose camera it was',
  'picture-held': 'a picture being held',
  'picture-not-declared': 'whether a picture shows a child',
  'needs-consent-records': 'a picture of children',
  'no-emergency-route': 'the emergency route',
  'no-emergency-reason': 'why it cannot wait',
  'emergency-pictures': 'pictures',
  'emergency-pupils': 'a pupil’s name',
};

/** Marks of the notes that stand in one box: the words of the post, or an account's own. */
export const marksIn = (notes: readonly Note[], part: string): TextMark[] =>
  notes
    .filter((note) => note.part === part && note.end > note.start)
    .map(({ start, end, tone, number, id }) => ({ start, end, tone, number, href: `#${id}` }));

/** The end of words that are too long, marked about where they run over. */
export function overrun(words: string, length: number, limit: number | null): TextMark[] {
  // Some browsers of schools cannot tell where a character ends; the count above still says it.
  if (limit === null || length <= limit || !('Segmenter' in Intl)) return [];
  const graphemes = [...new Intl.Segmenter('en-GB', { granularity: 'grapheme' }).segment(words)];
  const from = graphemes.at(-(length - limit))?.index ?? 0;
  return [{ start: from, end: words.length, tone: 'over' }];
}
