// A question as whoever wants to answer it may: found, and theirs to answer.
import type { Allowed } from '#kernel/access.ts';
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { answerable } from './access.ts';
import { questionRow, type QuestionRow } from './queries.ts';
import { answerers, firstContact } from './who-is-asked.ts';

export async function questionToAnswer(
  context: Context,
  questionId: string,
): Promise<{ readonly question: Allowed<QuestionRow>; readonly clauses: readonly string[] }> {
  const { db, scopeId, actor } = context;
  const [policy, found] = await Promise.all([context.policy(), questionRow(db, scopeId, questionId)]);
  if (!found) throw fail.notFound('question');
  const { clauses } = firstContact(policy);
  const asked = (await answerers(context, policy))([found.asked_by]);
  return { question: answerable(actor, found, asked, clauses), clauses };
}
