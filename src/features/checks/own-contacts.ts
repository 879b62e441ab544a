// The school's own published addresses, numbers and sites: never flagged, and told from a person's.
import { fold } from '#features/people/names/index.ts';
import type { Facts } from './draft.ts';

const digitsOf = (text: string): string => text.replace(/\D/g, '').replace(/^(?:00)?44(?=\d{9})0?/, '0');
const squeezed = (text: string): string => fold(text).text.replace(/[^\p{L}\p{N}@.]+/gu, '');

export interface OwnContacts {
  /** False when nobody has told us which are the school's own. */
  readonly known: boolean;
  hasNumber(number: string): boolean;
  hasEmail(email: string): boolean;
  /** A postcode, or an address that holds it. */
  hasAddress(address: string): boolean;
  hasHost(host: string): boolean;
}

const hostOf = (entry: string): string =>
  /^(?:https?:\/\/)?(?:www\.)?([a-z0-9.-]+\.[a-z]{2,})(?:[/:?#].*)?$/.exec(fold(entry.trim()).text)?.[1] ?? '';

export const ownContacts = (facts: Facts): OwnContacts => {
  const entries = (facts.ownContacts ?? []).map((entry) => entry.trim()).filter((entry) => entry !== '');
  const numbers = new Set(entries.map(digitsOf).filter((digits) => digits.length >= 9));
  const folded = entries.map((entry) => fold(entry).text);
  const emails = new Set(folded.flatMap((entry) => entry.match(/[^\s<>,;]+@[^\s<>,;]+/g) ?? []));
  const places = entries.map(squeezed);
  const hosts = [...entries, ...(facts.allowedDomains ?? [])].map(hostOf).filter((host) => host !== '');
  const within = (host: string): boolean => hosts.some((own) => host === own || host.endsWith(`.${own}`));
  return {
    known: facts.ownContacts !== undefined,
    hasNumber: (number) => numbers.has(digitsOf(number)),
    hasEmail: (email) => emails.has(email),
    hasAddress: (address) => {
      const wanted = squeezed(address);
      return places.some((place) => place.includes(wanted));
    },
    hasHost: (host) => within(host.replace(/^www\./, '')),
  };
};

const office =
  /\b(?:office|school|reception|switchboard|main line|enquiries|admissions|absence line|front desk|headteacher's pa|contact us|call us|ring us|phone us|email us|e-mail us|write to us|our (?:number|website|address|site)|academy|trust)\b/;

/** Whether the words just before a contact detail give it as the school's: "ring the office on". */
export const isGivenAsOffice = (plain: string, start: number, end: number): boolean =>
  office.test(
    plain
      .slice(Math.max(0, start - 60), start)
      .split(/[.!?\n]\s/)
      .at(-1) ?? '',
  ) || /^[\s,(]{0,3}(?:\(?the )?(?:school )?(?:office|reception|switchboard)\b/.test(plain.slice(end, end + 30));
