// Says where a school is looser, or would be, than its trust has locked. Pure.
import { answerInWords, capital, placeInWords } from '../answer-in-words.ts';
import type { LockBreach } from './lock-breaches.ts';

/** `“Must somebody else read a post?” may not be looser than: Always. This would be: Never.` */
export const breachInWords = (breach: LockBreach): string => limits(breach, `“${breach.setting.question}”`);

/** The same where the question stands beside it: `It may not be looser than: Always. This would be: Never.` */
export const limitInWords = (breach: LockBreach): string => limits(breach, 'It');

const limits = ({ setting, places }: LockBreach, subject: string): string =>
  places
    .map(({ place, is, atLeast }) => {
      const where = place === null ? '' : ` for ${placeInWords(place)}`;
      const words = (value: unknown) => capital(answerInWords(setting, value));
      return `${subject} may not be looser${where} than: ${words(atLeast)} This would be: ${words(is)}`;
    })
    .join(' ');

/** `Here it is: Never. For posts of the kind “event” it is: Sometimes.` */
export const conflictInWords = ({ setting, places }: LockBreach): string =>
  places
    .map(({ place, is }) => {
      const where = place === null ? 'Here' : `For ${placeInWords(place)}`;
      return `${where} it is: ${capital(answerInWords(setting, is))}`;
    })
    .join(' ');
