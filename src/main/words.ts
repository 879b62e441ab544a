// The words of closed lists, for pages: what each kind of person, responsibility and scope of a token is called.
import {
  CONFIRM_WORD,
  mostExact,
  PERSON_TYPES,
  RELATION_LABELS,
  RELATIONS,
  RESPONSIBILITIES,
  RESPONSIBILITY_WORDS,
  TOKEN_SCOPES,
  TYPE_LABELS,
  WORKING_TYPES,
  type PersonType,
} from '#features/people/index.ts';
import { yearGroupName } from '#features/people/roster/year-group.ts';

export interface Word {
  readonly value: string;
  readonly label: string;
  readonly meaning: string;
}

const typeWord = <T extends PersonType>(value: T): Word & { readonly value: T } => ({
  value,
  label: TYPE_LABELS[value],
  meaning: value === 'staff' ? 'Say below whether they are teaching or support staff, where you know it.' : '',
});

/** Each list in the order to offer it. */
export const words = {
  responsibilities: RESPONSIBILITIES.map((value): Word => ({ value, ...RESPONSIBILITY_WORDS[value] })),
  types: PERSON_TYPES.map((type) => typeWord(type)),
  /** Of these, adults who do something for the school. */
  workingTypes: WORKING_TYPES.map((type) => typeWord(type)),
  /** What somebody is, without what goes without saying: teaching staff are members of staff. */
  mostExact,
  relations: RELATIONS.map((value): Word => ({ value, label: RELATION_LABELS[value], meaning: '' })),
  tokenScopes: Object.entries(TOKEN_SCOPES).map(([value, meaning]): Word => ({ value, label: value, meaning })),
  /** "Year 4", "Reception" */
  year: (yearGroup: string): string => (yearGroup === '' ? '' : yearGroupName(yearGroup)),
  /** What somebody types to say that a large change is meant. */
  confirmImport: CONFIRM_WORD,
} as const;
export type Words = typeof words;
