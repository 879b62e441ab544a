// What questions on the policy ask of a person: an answer, within a week.
import type { Duty, FindDuties } from '#kernel/duty.ts';
import { dayOf } from '#features/people/index.ts';
import { localDate } from '#features/policy/index.ts';
import { openQuestionRows } from './queries.ts';
import { answerDueOn } from './waiting.ts';
import { answerers, firstContact } from './who-is-asked.ts';

export const questionsDuties: FindDuties = async (context): Promise<Duty[]> => {
  const { actor, db, scopeId, at } = context;
  if (actor.kind !== 'person') return [];
  const open = await openQuestionRows(db, scopeId);
  if (open.length === 0) return [];
  const [policy, today] = await Promise.all([context.policy(), localDate(db, scopeId, at)]);
  const asked = await answerers(context, policy);
  return open
    .filter((question) => asked([question.asked_by]).some(({ personId }) => personId === actor.personId))
    .map(({ id, clause_id, asked_at }) => {
      const due = answerDueOn(dayOf(Temporal.Instant.from(asked_at)));
      return {
        id: `questions.answer:${id}`,
        kind: 'questions.answer',
        title: 'Somebody has a question about the policy',
        href: `/policy/questions#${id}`,
        due,
        clauses: clause_id === null ? firstContact(policy).clauses : [clause_id],
        urgency: due < today ? 'overdue' : 'soon',
      };
    });
};
