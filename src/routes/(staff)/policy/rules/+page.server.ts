// My rules in three sections, and the few questions that say whether the policy reaches a case.
import { shown } from '#surfaces/web/answer.ts';
import { listed } from '#surfaces/web/say-count.ts';
import { citing } from '../../../clause-refs.ts';
import type { PageServerLoad } from './$types';
import { CASE_QUESTIONS, chosenIn } from './case-questions.ts';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api } = event.locals;
    const chosen = chosenIn(event.url);
    const isWhole = CASE_QUESTIONS.every(({ name }) => chosen[name] !== '');
    const [rules, { clauses }, answer] = await Promise.all([
      api.guidance.readRules({}),
      api.policy.clauseNames({}),
      isWhole ? api.guidance.testScope(chosen as Parameters<typeof api.guidance.testScope>[0]) : null,
    ]);
    const cite = citing(clauses);
    const parts = [
      {
        id: 'for-the-school',
        title: 'For the school',
        sections: rules.sections.filter(({ part }) => part === 'school'),
      },
      { id: 'as-yourself', title: 'As yourself', sections: rules.sections.filter(({ part }) => part === 'private') },
    ];
    return {
      kind: rules.kind,
      bound: rules.bound,
      boundBy: cite(rules.boundBy),
      behaviour: rules.behaviour.map((clause) => ({ ...clause, href: `/policy#${clause.id}` })),
      parts: parts.map((part) => ({
        ...part,
        sections: part.sections.map((section) => ({
          ...section,
          rules: section.rules.map((rule) => ({ ...rule, clauses: cite(rule.clauses) })),
        })),
      })),
      chosen,
      isAsked: event.url.searchParams.has('who') || event.url.searchParams.has('touches'),
      answer: answer && {
        applies: answer.applies,
        because: answer.because.map(({ words, clauses: by }) => ({ words, clauses: cite(by) })),
        ask: answer.ask.people.length > 0 ? listed(answer.ask.people, 'or') : answer.ask.role,
      },
    };
  });
