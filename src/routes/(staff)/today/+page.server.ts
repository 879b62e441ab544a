// Today: what waits for somebody, nearest first, with its clause and its time in words; and what others have told them.
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDay, sayMoment, sayNearDay } from '#surfaces/web/say-time.ts';
import { done, nowOf } from '../../answering.ts';
import { citing } from '../../clause-refs.ts';
import { backTo } from '../said.ts';
import { buttonOf, isFirstStep } from './duty-words.ts';
import { clockOf, headingOf, weekOf } from './say-today.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api, actor } = event.locals;
    const now = nowOf(event);
    const [{ duties }, { notices }, { firstName }, school, { accounts }, { posts }, { clauses }, own] =
      await Promise.all([
        api.duties.listToday({}),
        api.people.readNotices({}),
        api.people.me({}),
        api.schools.read({}),
        api.accounts.draftable({}),
        api.posts.list({ states: ['draft', 'waiting', 'approved'] }),
        api.policy.clauseNames({}),
        api.acknowledgement.readResponsibilities({}),
      ]);
    const cite = citing(clauses);
    const { zone } = school;
    const today = dayIn(now, zone);
    const mine = actor.kind === 'person' ? posts.filter(({ openedById }) => openedById === actor.personId) : [];
    return {
      date: [sayDay(today, today), weekOf(today, school.calendar.terms)].filter(Boolean).join(', '),
      heading: headingOf(firstName, duties, today, zone),
      duties: duties.map(({ id, kind, title, detail, href, due, urgency, clauses: ids }) => ({
        id,
        title,
        detail,
        href,
        urgency,
        isFirstSteps: isFirstStep(kind),
        action: buttonOf(kind),
        clock: clockOf(due, urgency, now, zone),
        clauses: cite(ids).slice(0, 2),
      })),
      ahead: mine
        .filter(({ state, wantedAt }) => state === 'approved' && wantedAt !== null)
        .slice(0, 5)
        .map(({ id, words, wantedAt }) => ({
          id,
          iso: wantedAt!,
          day: sayNearDay(dayIn(wantedAt!, zone), today),
          words: opening(words),
          at: sayMoment(wantedAt!, zone, now),
        })),
      drafts: mine.filter(({ state }) => state === 'draft').length,
      waiting: mine.filter(({ state }) => state === 'waiting').length,
      mayWrite: accounts.length > 0,
      answersFor: own.responsibilities,
      answersClauses: cite(own.clauses).slice(0, 1),
      notices: notices
        .filter(({ isRead }) => !isRead)
        .map(({ id, text, href, at }) => ({ id, text, href, iso: at, day: sayNearDay(dayIn(at, zone), today) })),
      newest: notices.find(({ isRead }) => !isRead)?.at ?? '',
    };
  });

export const actions: Actions = {
  seen: (event) =>
    done(event, async ({ upTo }) => {
      await event.locals.api.people.markNoticesRead({ upTo: String(upTo) });
      backTo('/today', 'saved');
    }),
};

const opening = (words: string): string =>
  words.length > 70 ? `${words.slice(0, 70).replace(/\s+\S*$/u, '')} …` : words;
