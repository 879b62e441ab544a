// A module as its form sends it → what the action takes.
import { questionsFrom } from '../questions-text.ts';

type Input = Record<string, unknown>;

/** @returns what is wrong with the questions, in words; else the input of `training.writeModule` */
export function lessonInput(input: Input): string | Input {
  const questions = questionsFrom(String(input['questionsText'] ?? ''));
  if (typeof questions === 'string') return questions;
  return Object.fromEntries(Object.entries({ ...input, questions }).filter(([name]) => name !== 'questionsText'));
}
