// The keys kept for one person: every spelling of the name, and which of them are there for an earlier name only.
import { nameKeys, type PlacedPerson } from './names/index.ts';
import type { FormerName, NameRow } from './person.ts';

/** No text holds a name longer than this, and an index entry must stay small. */
const LONGEST = 300;

export interface StoredKey {
  readonly key: string;
  readonly former: boolean;
}

export type Kind = PlacedPerson['kind'];

export interface KeyedPerson extends NameRow {
  readonly kind: Kind;
  readonly former: readonly FormerName[];
  readonly yearGroup: string;
  readonly className: string;
}

export function keysOfPerson(person: KeyedPerson): StoredKey[] {
  const now: PlacedPerson = {
    kind: person.kind,
    first: person.first_name,
    last: person.last_name,
    preferred: person.preferred_name,
    className: person.className,
    yearGroup: person.yearGroup,
  };
  const today = nameKeys(now).filter((key) => key.length <= LONGEST);
  const keys = today.map((key) => ({ key, former: false }));
  if (person.former.length === 0) return keys;
  const known = new Set(today);
  const earlier = nameKeys({ ...now, former: person.former }).filter((key) => key.length <= LONGEST && !known.has(key));
  return [...keys, ...earlier.map((key) => ({ key, former: true }))];
}

/**
 * By which keys somebody is found: a pupil also by class, an adult also by title and surname.
 * Whoever was a pupil here counts as one, unless the school employs them now.
 * @param open types without a last day
 */
export function kindOf(open: readonly string[], ever: readonly string[]): Kind {
  if (open.includes('pupil')) return 'pupil';
  if (isEmployed(open)) return 'staff';
  if (ever.includes('pupil')) return 'pupil';
  return isEmployed(ever) ? 'staff' : 'other-adult';
}

const isEmployed = (types: readonly string[]): boolean => types.includes('staff') || types.includes('supply');
