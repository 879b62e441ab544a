// Reads the column that says what kind of staff somebody is, in the words of schools' systems; pure.
import { isPersonType, isStaffKind } from '../person-types.ts';
import { partsOf, RESPONSIBILITIES, responsibilityOf, type Responsibility } from './responsibility-words.ts';
import { yesOrNo } from './yes-or-no.ts';

export const KINDS_SAID = 'teaching staff, support staff, supply, governor, volunteer and contractor';

export interface KindRead {
  readonly types: readonly Responsibility[];
  /** Parts of the cell that are no kind of person. */
  readonly unknown: readonly string[];
}

/** "Teaching Staff" → teaching; under a heading such as “Teaching staff” also yes and no. An empty cell says nothing. */
export function readKind(written: string): KindRead {
  const teaches = yesOrNo(written);
  if (teaches === null) return { types: [], unknown: [] };
  if (teaches !== undefined) return { types: [teaches ? 'teaching' : 'support'], unknown: [] };
  const read = partsOf(written).map((part) => ({ part, type: typeOf(part) }));
  return {
    types: read.flatMap(({ type }) => type ?? []),
    unknown: read.flatMap(({ part, type }) => (type === null ? [part] : [])),
  };
}

function typeOf(written: string): Responsibility | null {
  const found = responsibilityOf(written);
  return found !== null && isPersonType(found) ? found : null;
}

/** Who leads the school or its office is of that kind of staff by their post. */
const BY_POST: Partial<Readonly<Record<Responsibility, Responsibility>>> = {
  headteacher: 'teaching',
  'deputy-headteacher': 'teaching',
  'business-manager': 'support',
};

/** What the column of kinds says goes first, then what the role says, then the post and the job title. */
export function withKind(
  role: readonly Responsibility[],
  types: readonly Responsibility[],
  jobTitle: string,
): readonly Responsibility[] {
  const kept = types.length > 0 ? [...role.filter((word) => !isStaffWord(word)), ...types] : role;
  const isSaid = kept.some((word) => word !== 'staff' && isPersonType(word));
  const guessed = isSaid ? [] : [...kept.flatMap((word) => BY_POST[word] ?? []), ...kindByTitle(jobTitle)].slice(0, 1);
  const all = new Set([...kept, ...guessed]);
  if ([...all].some(isStaffKind)) all.delete('staff');
  return RESPONSIBILITIES.filter((word) => all.has(word));
}

const isStaffWord = (word: Responsibility): boolean => word === 'staff' || isStaffKind(word);

/** "Caretaker", "Year 2 teacher"; nothing of a title that could be either. */
function kindByTitle(title: string): Responsibility[] {
  const known = responsibilityOf(title);
  if (known !== null) return isStaffKind(known) ? [known] : [];
  return /\bteacher\b/i.test(title) && !/\b(assistant|supply|agency|cover|visiting|peripatetic)\b/i.test(title)
    ? ['teaching']
    : [];
}
