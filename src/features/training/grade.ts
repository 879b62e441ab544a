// Grades the answers to a module's questions. Pure; done on the server, where the right answers are.
import type { Question } from './lesson.ts';

export interface Grade {
  readonly passed: boolean;
  /** Right answers in per cent; null where nothing is asked. */
  readonly score: number | null;
  /** Which questions, counted from 0, were not answered rightly. */
  readonly wrong: readonly number[];
}

/** @param answers the chosen answer of each question, counted from 0; -1 or missing = none */
export function grade(questions: readonly Question[], passMark: number, answers: readonly number[]): Grade {
  if (questions.length === 0) return { passed: true, score: null, wrong: [] };
  const wrong = questions.flatMap(({ right }, at) => (answers[at] === right ? [] : [at]));
  const score = Math.floor(((questions.length - wrong.length) * 100) / questions.length);
  return { passed: score >= passMark, score, wrong };
}
