// What is said to whoever is asked or reminded, to those who lead them and to the head. Staff are named, pupils never. Pure.
import { dayInWords } from '#kernel/day-in-words.ts';
import type { Kind } from './groups.ts';

const ASKS: Readonly<Record<Kind, string>> = {
  read: 'asks you to read it and confirm that you have',
  quiz: 'asks you to read it and answer a few questions',
  signature: 'asks you to read and sign it',
};

export const askWords = (n: number, kind: Kind, due: string | null): string =>
  `Version ${n} of the social media policy ${ASKS[kind]}${due === null ? '' : ` by ${dayInWords(due)}`}.`;

export const remindWords = (n: number, due: string | null, isOver: boolean): string =>
  isOver && due !== null
    ? `You have not confirmed version ${n} of the social media policy. It was due on ${dayInWords(due)}.`
    : `Version ${n} of the social media policy still waits for you${due === null ? '' : `, by ${dayInWords(due)}`}.`;

export const managerWords = (n: number, names: readonly string[]): string =>
  `${names.join(', ')} ${names.length === 1 ? 'has' : 'have'} not confirmed version ${n} of the social media policy though the time is over. Please speak with them.`;

export const headWords = (n: number, people: number): string =>
  `${people} ${people === 1 ? 'person has' : 'people have'} still not confirmed version ${n} of the social media policy long after the time was over.`;
