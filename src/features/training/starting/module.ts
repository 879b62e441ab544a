// How a module that Gatepost brings is written down.
import type { Lesson, Question } from '../lesson.ts';

export interface StartingModule extends Lesson {
  readonly id: string;
}

export const startingModule = (
  id: string,
  title: string,
  summary: string,
  words: string,
  questions: readonly Question[] = [],
): StartingModule => ({
  id,
  title,
  summary,
  words: words.trim(),
  video: '',
  document: '',
  questions: [...questions],
  passMark: 100,
});

/** A question whose first answer is the right one; on the page it stands at `place`, counted from 0. */
export function question(ask: string, right: string, others: readonly string[], place: number): Question {
  const answers = [...others];
  answers.splice(place, 0, right);
  return { ask, answers, right: Math.min(place, others.length) };
}
