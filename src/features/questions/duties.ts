// What questions on the policy ask of a person: an answer.
import type { Duty, FindDuties } from '#kernel/duty.ts';
import { openQuestionRows } from './queries.ts';
import { answerers, firstContact } from './who-is-asked.ts';

export const questionsDuties: FindDuties = async (context): Promise<Duty[]> => {
  const { actor, db, scopeId } = context;
  if (actor.kind !== 'person') return [];
  const open = await openQuestionRows(db, scopeId, actor.personId);
  if (open.length === 0) return [];
  const policy = await context.policy();
  const asked = await answerers(context, policy);
  return open
    .filter((question) => asked([question.asked_by]).some(({ personId }) => personId === actor.personId))
    .map(({ id, clause_id }) => ({
      id: `questions.answer:${id}`,
      kind: 'questions.answer',
      title: 'Somebody has a question about the policy',
      href: `/policy/questions#${id}`,
      due: null,
      clauses: clause_id === null ? firstContact(policy).clauses : [clause_id],
      urgency: 'soon',
    }));
};
