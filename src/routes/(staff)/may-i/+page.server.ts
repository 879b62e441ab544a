// May I…? A question answered from the policy in force, by a plain form: its address holds the question.
import { shown } from '#surfaces/web/answer.ts';
import { listed } from '#surfaces/web/say-count.ts';
import { citing } from '../../clause-refs.ts';
import type { PageServerLoad } from './$types';

const LONGEST = 300;

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api } = event.locals;
    const question = (event.url.searchParams.get('q') ?? '').trim().slice(0, LONGEST);
    if (question.length < 2) return { question, found: null };
    const [found, { clauses }] = await Promise.all([api.guidance.mayI({ question }), api.policy.clauseNames({})]);
    const cite = citing(clauses);
    const { ask } = found;
    return {
      question,
      found: {
        says: found.says,
        readAs: found.readAs,
        nowhere: found.nowhere,
        answers: found.answers.map(({ clause, settings, notes, act }, at) => ({
          id: `answer-${at + 1}`,
          clause: clause && { ...clause, href: `/policy#${clause.id}` },
          settings: settings.map((one) => ({ ...one, people: listed(one.people) })),
          notes,
          act,
          ask: clause && `/policy/questions/ask?clause=${clause.id}`,
        })),
        contact: {
          who: ask.people.length > 0 ? listed(ask.people, 'or') : ask.role,
          role: ask.people.length > 0 ? ask.role : null,
          isVacant: ask.people.length === 0,
          clauses: cite(ask.clauses),
        },
        askHref: `/policy/questions/ask?words=${encodeURIComponent(question)}`,
      },
    };
  });
