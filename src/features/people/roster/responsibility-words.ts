// Turns the words that schools write in a column of roles or of kinds of staff into named responsibilities and kinds of person.
import { isStaffKind } from '../person-types.ts';

export const RESPONSIBILITIES = [
  'headteacher',
  'deputy-headteacher',
  'slt',
  'dsl',
  'deputy-dsl',
  'administrator',
  'computing-lead',
  'business-manager',
  'data-protection-lead',
  'chair-of-governors',
  'governor',
  'account-runner',
  'author',
  'staff',
  'teaching',
  'support',
  'volunteer',
  'contractor',
  'supply',
] as const;

export type Responsibility = (typeof RESPONSIBILITIES)[number];

const WORDS: Readonly<Record<Responsibility, readonly string[]>> = {
  headteacher: [
    'headteacher',
    'head teacher',
    'head',
    'principal',
    'headmaster',
    'headmistress',
    'executive headteacher',
    'acting headteacher',
    'interim headteacher',
    'ht',
  ],
  'deputy-headteacher': [
    'deputy',
    'deputy head',
    'deputy headteacher',
    'deputy head teacher',
    'vice principal',
    'deputy principal',
    'dht',
  ],
  slt: [
    'slt',
    'senior leadership team',
    'senior leader',
    'smt',
    'assistant head',
    'assistant headteacher',
    'assistant head teacher',
    'assistant principal',
    'leadership team',
  ],
  dsl: ['dsl', 'designated safeguarding lead', 'safeguarding lead', 'dcpo', 'child protection coordinator'],
  'deputy-dsl': ['deputy dsl', 'ddsl', 'deputy designated safeguarding lead', 'deputy safeguarding lead'],
  administrator: ['administrator', 'moderator', 'account administrator', 'social media administrator'],
  'computing-lead': [
    'computing lead',
    'computing coordinator',
    'computing subject lead',
    'ict lead',
    'ict coordinator',
    'it lead',
  ],
  'business-manager': ['business manager', 'school business manager', 'sbm', 'bursar', 'school business leader'],
  'data-protection-lead': ['data protection lead', 'data protection officer', 'dpo', 'dp lead', 'gdpr lead'],
  'chair-of-governors': [
    'chair of governors',
    'chair of governing body',
    'chair of the governing body',
    'governor chair',
  ],
  governor: [
    'governor',
    'governors',
    'parent governor',
    'staff governor',
    'vice chair of governors',
    'co opted governor',
    'local authority governor',
    'foundation governor',
  ],
  'account-runner': ['account runner', 'social media lead', 'social media manager'],
  author: ['author', 'social media author'],
  staff: ['staff', 'member of staff', 'employee'],
  teaching: [
    'teaching staff',
    'teaching',
    'teachers',
    'teacher',
    'class teacher',
    'classroom teacher',
    'qualified teacher',
    'unqualified teacher',
    'early career teacher',
    'ect',
    'sendco',
    'senco',
  ],
  support: [
    'support staff',
    'support',
    'non teaching staff',
    'non teaching',
    'associate staff',
    'administrative staff',
    'teaching assistant',
    'higher level teaching assistant',
    'ta',
    'hlta',
    'learning support assistant',
    'lsa',
    'classroom assistant',
    'nursery nurse',
    'cover supervisor',
    'technician',
    'caretaker',
    'site manager',
    'cleaner',
    'cook',
    'midday supervisor',
    'midday assistant',
    'lunchtime supervisor',
    'office staff',
    'school secretary',
    'school administrator',
    'admin officer',
  ],
  volunteer: ['volunteer', 'volunteers', 'parent helper', 'reading volunteer'],
  contractor: ['contractor', 'contractors'],
  supply: ['supply', 'supply staff', 'supply teacher', 'agency staff', 'agency', 'cover teacher', 'agency teacher'],
};

const BY_WORD: ReadonlyMap<string, Responsibility> = new Map(
  RESPONSIBILITIES.flatMap((responsibility) => WORDS[responsibility].map((word) => [word, responsibility] as const)),
);

/** Words that say exactly the responsibility and nothing more: no job title need be kept beside them. */
function isItsOwnName(word: string, responsibility: Responsibility): boolean {
  return WORDS[responsibility][0] === word || responsibility === word;
}

export interface RoleRead {
  readonly responsibilities: readonly Responsibility[];
  /** What the cell said, where it says more than the responsibility does. */
  readonly jobTitle: string | null;
  /** Parts of the cell that are no responsibility we know. */
  readonly unknown: readonly string[];
}

/** "Deputy head; DSL" → both responsibilities. A part nobody knows is kept as the job title of a member of staff. */
export function readRole(written: string): RoleRead {
  const parts = partsOf(written);
  const responsibilities = new Set<Responsibility>();
  const unknown: string[] = [];
  let plain = true;
  for (const part of parts) {
    // “Teaching and Learning Lead” says nothing of staff: half a title is no kind of it.
    const responsibility = parts.length > 1 && isStaffKind(wordKey(part)) ? null : responsibilityOf(part);
    if (responsibility) responsibilities.add(responsibility);
    else unknown.push(part);
    if (!responsibility || !isItsOwnName(wordKey(part), responsibility)) plain = false;
  }
  if (responsibilities.size === 0) responsibilities.add('staff');
  const inOrder = RESPONSIBILITIES.filter((responsibility) => responsibilities.has(responsibility));
  const noneKnown = parts.length > 0 && unknown.length === parts.length;
  return { responsibilities: inOrder, jobTitle: plain ? null : written, unknown: noneKnown ? [written] : unknown };
}

/** "Deputy head; DSL" is two; what is one known word as it stands is not cut. */
export const partsOf = (written: string): string[] =>
  responsibilityOf(written)
    ? [written]
    : written
        .split(/[;,/&+|]|\band\b/i)
        .map((part) => part.trim())
        .filter((part) => part !== '');

export function responsibilityOf(written: string): Responsibility | null {
  return BY_WORD.get(wordKey(written)) ?? null;
}

function wordKey(written: string): string {
  return written
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
