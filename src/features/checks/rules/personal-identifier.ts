// Finds the numbers by which the state knows a person (NI, NHS, UPN) and dates of birth.
import { original, place } from '../reading.ts';
import { quote, type Hit, type Rule } from '../rule.ts';
import { namedInFull } from './pupil-full-name.ts';

const notDigit = String.raw`(?<![\p{L}\p{N}])`;
/** National Insurance number: HM Revenue & Customs, NIM39110. */
const insurance = new RegExp(
  String.raw`${notDigit}(?!bg|gb|kn|nk|nt|tn|zz)[a-ceghj-prtw-z][a-ceghj-nprtw-z][ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[a-d](?![\p{L}\p{N}])`,
  'gu',
);
/** The same shape with any letters, which counts only where the words say what it is. */
const insuranceLike = new RegExp(
  String.raw`${notDigit}[a-z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[a-d](?![\p{L}\p{N}])`,
  'gu',
);
const health = new RegExp(String.raw`${notDigit}\d{3}[ -]?\d{3}[ -]?\d{4}(?![\p{N}])`, 'gu');
const pupil = new RegExp(String.raw`${notDigit}[a-hj-np-rt-z]\d{11}[\da-hj-np-rt-z](?![\p{L}\p{N}])`, 'gu');

/** NHS number: modulus 11 (NHS Data Dictionary). */
const isHealthNumber = (digits: string): boolean => {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < 9; index++) sum += Number(digits.charAt(index)) * (10 - index);
  const check = 11 - (sum % 11);
  return check !== 10 && (check === 11 ? 0 : check) === Number(digits.charAt(9));
};

const checkLetters = 'abcdefghjklmnpqrtuvwxyz';
/** Unique pupil number: check letter by weights 2 to 13, modulus 23 (Department for Education, UPN guide). */
const isPupilNumber = (written: string): boolean => {
  let sum = 0;
  for (const [index, character] of Array.from(written.slice(1)).entries())
    sum += (/\d/.test(character) ? Number(character) : checkLetters.indexOf(character)) * (index + 2);
  return checkLetters.charAt(sum % 23) === written.charAt(0);
};

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const date = new RegExp(
  String.raw`${notDigit}(?:\d{1,2}[ ]?[./-][ ]?\d{1,2}[ ]?[./-][ ]?(?:19|20)?\d{2}|(?:19|20)\d{2}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${months}),? (?:19|20)\d{2}|(?:${months}) \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d{2})(?![\p{L}\p{N}])`,
  'gu',
);
const birthBefore = /(?:\bborn|date of birth|\bd\.?o\.?b\b\.?|\bbirth ?day|\bbirth ?date)[^.!?\n]{0,25}$/;
const birthAfter = /^[^.!?\n]{0,12}(?:\(?d\.?o\.?b\b|date of birth|is (?:his|her|their) birthday|birthday)/;
/** "St Mary's was born as a school in 1875" tells no pupil's date. */
const longAgo = /(?:1[0-8]|19[0-3])\d{2}$/;
const historic =
  /\b(?:king|queen|prince|princess|shakespeare|author|poet|composer|scientist|artist|mozart|saint|founder|inventor|history|famous|writer|president|explorer|mathematician|nurse|seacole|nightingale|luther|anning|darwin|einstein)\b/;

export const personalIdentifier: Rule = {
  name: 'personal-identifier',
  readsMedia: true,
  find: ({ reading, facts }) => {
    const hits: Hit[] = [];
    const add = (start: number, end: number, what: string): void => {
      const where = place(reading, start, end);
      if (hits.some((hit) => hit.start < where.end && where.start < hit.end)) return;
      hits.push({
        ...where,
        message: `${quote(original(reading, start, end))} is ${what}.`,
        remedy: 'Take it out. It is never needed in a post.',
        contestable: true,
      });
    };
    const near = (at: number, word: RegExp): boolean => word.test(reading.plain.slice(Math.max(0, at - 40), at));
    for (const match of reading.plain.matchAll(insurance))
      add(match.index, match.index + match[0].length, 'a National Insurance number');
    for (const match of reading.plain.matchAll(insuranceLike)) {
      if (near(match.index, /\bni\b|national insurance/))
        add(match.index, match.index + match[0].length, 'a National Insurance number');
    }
    for (const match of reading.plain.matchAll(pupil)) {
      if (isPupilNumber(match[0]) || near(match.index, /\bupn\b|pupil number/))
        add(match.index, match.index + match[0].length, 'a unique pupil number');
    }
    for (const match of reading.plain.matchAll(health)) {
      if (match[0].startsWith('0') && !near(match.index, /\bnhs\b/)) continue;
      const spaced = /^\d{3}[ -]\d{3}[ -]\d{4}$/.test(match[0]);
      if (
        near(match.index, /\bnhs (?:no|number|num|#|id)/) ||
        (isHealthNumber(match[0].replace(/\D/g, '')) && (spaced || near(match.index, /\bnhs\b/)))
      )
        add(match.index, match.index + match[0].length, 'an NHS number');
    }
    const named = namedInFull(reading.groups, facts.people, ['pupil', 'staff', 'other-adult']);
    for (const match of reading.plain.matchAll(date)) {
      const end = match.index + match[0].length;
      const before = reading.plain.slice(Math.max(0, match.index - 45), match.index);
      const where = place(reading, match.index, end);
      const besideName = named.some(
        ({ group }) =>
          (where.start >= group.end && where.start - group.end <= 4) ||
          (group.start >= where.end && group.start - where.end <= 4),
      );
      const told = birthBefore.test(before) || birthAfter.test(reading.plain.slice(end, end + 40));
      if (besideName || (told && !longAgo.test(match[0]) && !historic.test(before)))
        add(match.index, end, 'a date of birth');
    }
    return hits;
  },
};
