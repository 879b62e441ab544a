// Finds telephone numbers that are not the school's own, in every usual way of writing them.
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { isGivenAsOffice, ownContacts } from '../own-contacts.ts';
import { original, place } from '../reading.ts';
import { quote, type Hit, type Rule } from '../rule.ts';

/** Starts with + or 0 (or 44, or a mobile's 7), then digits with at most three signs or spaces between each two. */
const candidate =
  /(?<![\d.,/:£$€+-])(?<!\d )(?:\+|\(\+?|00)?[(]?(?:0|44|7|[1-9](?<=\+[1-9]))(?:[\s().·*_\u2022/-]{0,3}\d){7,14}(?!\d)(?![.,:]\d)/gu;
/** Numbers kept for drama by the regulator (Ofcom, "Telephone numbers for use in TV and radio drama programmes"). */
const drama = /^0(?:1632960|11[3-8]4960|1[2-6]14960|1914980|2079460|28964960|29201801|7700900|808157|9098790|3069990)/;
const notTelephone =
  /(?:isbn|order|ref|reference|account|invoice|registered charity|charity|company|charity no|number|no|urn|dfe|ofsted|upn|nhs|vat|case|code|barcode|serial|booking|lottery|licence|policy)(?: ?(?:number|no|no\.|#|code|id))?[.:#]? ?$/;
const saysTelephone =
  /(?:tel|telephone|phone|mobile|mob|cell|call|ring|text|whatsapp|number|number is|fax|sms|line)[^\d.!?\n]{0,25}$/;

const isTelephone = (written: string, before: string): boolean => {
  const digits = written.replace(/\D/g, '');
  if (/^(?:\d\d[ ./-]){4,6}\d\d$/.test(written.trim()) && !saysTelephone.test(before)) return false;
  const national = digits.startsWith('0044')
    ? `0${digits.slice(4).replace(/^0/, '')}`
    : /^440?\d{9,10}$/.test(digits)
      ? `0${digits.slice(2).replace(/^0/, '')}`
      : digits;
  if (national.startsWith('0')) {
    if (drama.test(national) && national.length >= 10 && national.length <= 11) return true;
    if (!/^0[1235789]/.test(national) || national.length < 10 || national.length > 11) return false;
    const parsed = parsePhoneNumberFromString(national, 'GB');
    if (parsed?.isValid() === true) return true;
    return (
      national.length === 11 &&
      parsed?.isPossible() === true &&
      (!notTelephone.test(before) || saysTelephone.test(before))
    );
  }
  if (written.trim().replace('(', '').startsWith('+'))
    return parsePhoneNumberFromString(`+${digits}`)?.isPossible() === true;
  return /^7[1-57-9]\d{8}$/.test(digits) && saysTelephone.test(before);
};

const spokenDigits: Readonly<Record<string, string>> = {
  zero: '0',
  oh: '0',
  o: '0',
  nought: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
};
const spoken =
  /(?<![\p{L}])(?:(?:double |treble |triple )?(?:zero|oh|o|nought|one|two|three|four|five|six|seven|eight|nine)[\s,-]{1,3}){8,14}(?:double |treble |triple )?(?:zero|oh|o|nought|one|two|three|four|five|six|seven|eight|nine)(?![\p{L}])/gu;
const digitsSpoken = (words: string): string => {
  let times = 1;
  let out = '';
  for (const word of words.split(/[\s,-]+/)) {
    if (word === 'double' || word === 'treble' || word === 'triple') times = word === 'double' ? 2 : 3;
    else {
      out += (spokenDigits[word] ?? '').repeat(times);
      times = 1;
    }
  }
  return out;
};

export const personalPhone: Rule = {
  name: 'personal-phone',
  readsMedia: true,
  find: ({ reading, facts }) => {
    const own = ownContacts(facts);
    const hits: Hit[] = [];
    const add = (start: number, end: number, number: string): void => {
      if (own.hasNumber(number)) return;
      const perhapsOwn = !own.known && isGivenAsOffice(reading.plain, start, end);
      const words = quote(original(reading, start, end));
      hits.push({
        ...place(reading, start, end),
        message: perhapsOwn
          ? `${words} is not on the list of the school’s own numbers.`
          : `${words} is a telephone number, and not one of the school’s own.`,
        remedy: perhapsOwn
          ? 'Check that it is the school’s published number.'
          : 'Give the school’s published number instead.',
        contestable: true,
        ...(perhapsOwn ? { atMost: 'warn' as const } : {}),
      });
    };
    for (const match of reading.plain.matchAll(candidate)) {
      if (isTelephone(match[0], reading.plain.slice(Math.max(0, match.index - 40), match.index)))
        add(match.index, match.index + match[0].length, match[0]);
    }
    for (const match of reading.plain.matchAll(spoken)) {
      const digits = digitsSpoken(match[0]);
      if (digits.startsWith('0') && isTelephone(digits, '')) add(match.index, match.index + match[0].length, digits);
    }
    return hits;
  },
};
