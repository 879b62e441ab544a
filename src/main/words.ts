// The words of closed lists, for pages: what each kind of person, responsibility and scope of a token is called.
import {
  CONFIRM_WORD,
  PERSON_TYPES,
  RELATION_LABELS,
  RELATIONS,
  RESPONSIBILITIES,
  RESPONSIBILITY_WORDS,
  TOKEN_SCOPES,
  TYPE_LABELS,
} from '#features/people/index.ts';
import { yearGroupName } from '#features/people/roster/year-group.ts';

export interface Word {
  readonly value: string;
  readonly label: string;
  readonly meaning: string;
}

/** Each list in the order to offer it. */
export const words = {
  responsibilities: RESPONSIBILITIES.map((value): Word => ({ value, ...RESPONSIBILITY_WORDS[value] })),
  types: PERSON_TYPES.map((value): Word => ({ value, label: TYPE_LABELS[value], meaning: '' })),
  relations: RELATIONS.map((value): Word => ({ value, label: RELATION_LABELS[value], meaning: '' })),
  tokenScopes: Object.entries(TOKEN_SCOPES).map(([value, meaning]): Word => ({ value, label: value, meaning })),
  /** "Year 4", "Reception" */
  year: (yearGroup: string): string => (yearGroup === '' ? '' : yearGroupName(yearGroup)),
  /** What somebody types to say that a large change is meant. */
  confirmImport: CONFIRM_WORD,
} as const;
export type Words = typeof words;
