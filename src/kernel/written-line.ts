// One line of text that people type and see: kept and shown exactly so, and, where it is a name, with nothing hidden in it.
import { z } from 'zod';

export const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most} characters.`)
    .refine(isKeepable, 'This holds a line break or a character that cannot be kept. Type it anew by hand.');

const HIDES = 'This holds a character that nobody can see. Type it anew by hand.';

/** A name: two that look alike must be alike, so it holds nothing that nobody can see. */
export const nameLine = (most: number) => line(most).refine((text) => !holdsHidden(text), HIDES);

/** What people call a thing, such as an account: the same, but a pictograph may be put together from several characters. */
export const titleLine = (most: number) =>
  line(most).refine((text) => !holdsHidden(text.replaceAll(PICTOGRAPH, '')), HIDES);

function isKeepable(text: string): boolean {
  return text.isWellFormed() && !/[\p{Cc}\u2028\u2029]/u.test(text);
}

const PICTOGRAPH = /\p{RGI_Emoji}/gv;
/** Joiners shape real letters in these scripts; anywhere else they only hide. */
const JOINING = String.raw`\p{sc=Arab}\p{sc=Syrc}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}`;
const HIDDEN = new RegExp(
  String.raw`(?![\u200c\u200d])[\p{DI}\p{Cf}]|(?<![${JOINING}])[\u200c\u200d]|[\u200c\u200d]$`,
  'gu',
);

/** Does a text hold characters that nobody can see? */
export const holdsHidden = (text: string): boolean => text.search(HIDDEN) >= 0;
export const withoutHidden = (text: string): string => text.replaceAll(HIDDEN, '');
