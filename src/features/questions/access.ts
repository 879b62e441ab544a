// Who may read and answer a question on the policy, and who may put a note beside a clause. Pure.
import { allow, holds, isPerson, type Allowed } from '#kernel/access.ts';
import type { Actor } from '#kernel/actor.ts';
import { fail } from '#kernel/errors.ts';

export interface Question {
  readonly id: string;
  readonly asked_by: string;
}

interface Person {
  readonly personId: string;
  readonly name: string;
}

/** Those whom the policy names; and the headteacher, who answers for it, save their own questions. */
export const mayAnswer = (actor: Actor, { asked_by }: Question, answerers: readonly Person[]): boolean =>
  isPerson(actor) &&
  actor.personId !== asked_by &&
  (answerers.some(({ personId }) => personId === actor.personId) || holds(actor, 'headteacher'));

/** Whoever asked it, whoever may answer it. */
export const mayRead = (actor: Actor, question: Question, answerers: readonly Person[]): boolean =>
  (isPerson(actor) && actor.personId === question.asked_by) || mayAnswer(actor, question, answerers);

/** @throws for anybody but those who answer it */
export function answerable<T extends Question>(
  actor: Actor,
  question: T,
  answerers: readonly Person[],
  clauses: readonly string[],
): Allowed<T> {
  if (!mayRead(actor, question, answerers)) throw fail.notFound('question');
  if (mayAnswer(actor, question, answerers)) return allow(question);
  const names = answerers.map(({ name }) => name).join(' or ');
  throw fail.refused({
    code: 'not-the-answerer',
    message: 'You asked this question, so another person answers it.',
    remedy: names === '' ? 'It waits until somebody holds that responsibility.' : `It waits for ${names}.`,
    clauses,
  });
}
