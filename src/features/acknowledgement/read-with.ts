// The documents that are read together with the policy, as the school’s register has them: those entered, each in its edition, and those it still lacks. Pure.
import type { ReferenceRegister } from '#features/references/index.ts';

/** A linked policy, a law or a piece of guidance in one edition. */
export interface Reference {
  /** `policy:` or `guidance:`, and its key in the register. */
  readonly key: string;
  readonly title: string;
  /** Whose it is: of the school, of the trust, or the body that issued it. */
  readonly owner: string;
  readonly edition: string;
  /** Where it is read: an address, or words; empty where the register does not say. */
  readonly place: string;
  /** Clauses of the policy that name it; none where the school added it to the register by itself. */
  readonly clauses: readonly string[];
}

export interface ReadWith {
  readonly entered: readonly Reference[];
  /** Titles that the policy names and nobody has entered. */
  readonly notEntered: readonly string[];
}

const OWNERS = { school: 'of the school', trust: 'of the trust' } as const;

/** Of law and guidance the edition that holds today, also where the policy names an older one. */
export function readWith({ policies, guidance }: Pick<ReferenceRegister, 'policies' | 'guidance'>): ReadWith {
  const cited = new Set(guidance.entries.filter(({ isCited }) => isCited).map(({ currentKey }) => currentKey));
  // Also those that name an older edition of it.
  const naming = (key: string) =>
    guidance.entries
      .filter(({ currentKey }) => currentKey === key)
      .flatMap(({ named }) => named.flatMap(({ clauses }) => clauses));
  return {
    entered: [
      ...policies.flatMap(({ entry, clauses }): Reference[] =>
        entry === null
          ? []
          : [
              {
                key: `policy:${entry.id}`,
                title: entry.title,
                owner: OWNERS[entry.belongsTo],
                edition: entry.edition,
                place: entry.place,
                clauses,
              },
            ],
      ),
      ...guidance.entries
        .filter(({ key }) => cited.has(key))
        .map(({ key, title, body, edition, place }) => ({
          key: `guidance:${key}`,
          title,
          owner: body,
          edition,
          place,
          clauses: naming(key),
        })),
    ],
    notEntered: [
      ...policies.filter(({ entry, clauses }) => entry === null && clauses.length > 0).map(({ title }) => title),
      ...guidance.unknown.map(({ title }) => title),
    ],
  };
}

/** As it stands in the words that are confirmed. */
export const referenceInWords = ({ title, owner, edition, place }: Reference): string =>
  [title, owner, edition, place].filter(Boolean).join(', ');

/** What is confirmed of one document by itself, once a new edition of it has been entered. */
export const referenceText = (reference: Reference): string =>
  `I have read this and keep to it:\n– ${referenceInWords(reference)}`;
