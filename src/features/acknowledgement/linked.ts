// The policies and the guidance that are read together with this one, as the school’s register has them. Pure.
import type { ReferenceRegister } from '#features/references/index.ts';
import type { LinkedShown } from './statement.ts';

const OWNERS = { school: 'of the school', trust: 'of the trust' } as const;
const NOT_ENTERED = 'not in the register yet';

/** What nobody has entered is shown as missing and never left out: whoever confirms sees that it belongs to it. */
export function linkedShown({ policies, guidance }: Pick<ReferenceRegister, 'policies' | 'guidance'>): LinkedShown[] {
  return [
    ...policies
      .filter(({ entry, clauses }) => entry !== null || clauses.length > 0)
      .map(({ title, entry }) => ({
        title,
        owner: entry ? OWNERS[entry.belongsTo] : '',
        dated: entry ? entry.edition : NOT_ENTERED,
        href: entry ? addressOf(entry.place) : '',
      })),
    ...guidance.entries
      .filter(({ isCited }) => isCited)
      .map(({ title, body, edition, place }) => ({ title, owner: body, dated: edition, href: addressOf(place) })),
    ...guidance.unknown.map(({ title }) => ({ title, owner: '', dated: NOT_ENTERED, href: '' })),
  ];
}

/** A place can be words, such as "in the staff room"; only an address is a link. */
const addressOf = (place: string): string => (/^https?:\/\//.test(place) ? place : '');
