// Questions about the policy: those that wait for me, those that I asked, and what was answered; answering and publishing.
import { shown } from '#surfaces/web/answer.ts';
import { listed } from '#surfaces/web/say-count.ts';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../answering.ts';
import { citing } from '../../../clause-refs.ts';
import { backTo, saidIn } from '../../said.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api } = event.locals;
    const before = event.url.searchParams.get('before') ?? '';
    const [{ firstContact, questions, moreWaiting, next }, { clauses }] = await Promise.all([
      api.questions.list(before === '' ? {} : { before }),
      api.policy.clauseNames({}),
    ]);
    const cite = citing(clauses);
    const now = nowOf(event);
    const shownQuestions = questions.map((question) => ({
      ...question,
      clause: question.clauseId === null ? null : (cite([question.clauseId])[0] ?? null),
      asked: { iso: question.askedAt, text: sayMoment(question.askedAt, ZONE, now) },
      answers: question.answers.map((answer) => ({
        ...answer,
        at: { iso: answer.at, text: sayMoment(answer.at, ZONE, now) },
      })),
    }));
    return {
      said: saidIn(event.url),
      waiting: shownQuestions.filter(({ mayAnswer, answers }) => mayAnswer && answers.length === 0).toReversed(),
      mine: shownQuestions.filter(({ mine }) => mine),
      moreWaiting,
      answered: shownQuestions.filter(({ mayAnswer, answers }) => mayAnswer && answers.length > 0),
      first: before === '' ? null : '/policy/questions',
      older: next === null ? null : `/policy/questions?before=${next}`,
      contact: {
        who: firstContact.people.length > 0 ? listed(firstContact.people, 'or') : null,
        role: firstContact.role,
        clauses: cite(firstContact.clauses),
      },
    };
  });

export const actions: Actions = {
  answer: (event) =>
    done(event, async ({ questionId = '', words = '' }) => {
      await event.locals.api.questions.answer({ questionId: String(questionId), words: String(words) });
      return backTo('/policy/questions', 'question-answered');
    }),
  publish: (event) =>
    done(event, async ({ questionId = '', words = '' }) => {
      await event.locals.api.questions.publishNote({ questionId: String(questionId), words: String(words) });
      return backTo('/policy/questions', 'note-published');
    }),
  withdraw: (event) =>
    done(event, async ({ noteId = '' }) => {
      await event.locals.api.questions.withdrawNote({ noteId: String(noteId) });
      return backTo('/policy/questions', 'note-withdrawn');
    }),
};
