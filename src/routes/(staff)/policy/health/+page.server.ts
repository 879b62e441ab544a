// How the policy is doing, in sentences first: what a head reads in a minute.
import { shown } from '#surfaces/web/answer.ts';
import { capital, sayCount } from '#surfaces/web/say-count.ts';
import { dayIn, sayDay } from '#surfaces/web/say-time.ts';
import { nowOf, ZONE } from '../../../answering.ts';
import { citing } from '../../../clause-refs.ts';
import { chartOf } from '../../../coverage-chart.ts';
import { saidIn } from '../../said.ts';
import { sayTried } from './say-tried.ts';
import { askedDays, periodTabs, sayPeriod, withDays } from '../evidence/evidence-words.ts';
import type { PageServerLoad } from './$types';

type Health = Awaited<ReturnType<App.Locals['api']['evidence']['readHealth']>>;

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { url, locals } = event;
    const asked = askedDays(url);
    const [health, { clauses }] = await Promise.all([
      locals.api.evidence.readHealth(asked),
      locals.api.policy.clauseNames({}),
    ]);
    const now = nowOf(event);
    const today = dayIn(now, ZONE);
    const { figures, version, accountable } = health;
    const cite = citing(clauses);
    return {
      said: saidIn(url),
      title: health.title,
      version: version && { n: version.n, since: sayDay(version.effectiveOn, today) },
      accountable: { role: capital(accountable.role), clauses: cite(accountable.clauses) },
      period: sayPeriod(health.period, now),
      periods: periodTabs('/policy/health', asked, now),
      figures,
      people: sayPeople(health),
      overdueSentence:
        figures.overdue === 0
          ? 'Nothing is overdue.'
          : `${capital(sayCount(figures.overdue))} ${figures.overdue === 1 ? 'thing is' : 'things are'} overdue.`,
      overdue: health.overdue,
      review: sayReview(figures.review, today),
      chart: chartOf(health.points),
      stopped: health.stopped.map(({ id, ...clause }) => ({
        ...clause,
        href: withDays(`/policy/evidence/${id}`, asked),
      })),
      mostStopped: Math.max(1, ...health.stopped.map(({ times }) => times)),
      states: (['working', 'quiet', 'not-yet'] as const).map((state) => ({
        state,
        n: figures.clauses[state === 'not-yet' ? 'notYet' : state],
        href: withDays('/policy/evidence', asked, { state }),
      })),
      departures: sayHowMany(figures.departures.asked, 'departure'),
      questions: sayHowMany(figures.questions.asked, 'question'),
      tried: sayTried(figures.happened.forbidden),
      posts:
        figures.posts === 0
          ? 'No post went out in these days.'
          : figures.posts === 1
            ? 'One post went out.'
            : `${figures.posts.toLocaleString('en-GB')} posts went out.`,
      benefit: health.benefit,
      mostPosts: Math.max(1, ...health.benefit.kinds.map(({ posts }) => posts)),
      reaches: health.benefit.accounts.map(({ accountId, reach }) => ({
        accountId,
        words:
          reach === null ? '' : `${sayDay(reach.from, today)} to ${sayDay(reach.to, today)}, read in ${reach.source}`,
      })),
      mayNote: health.mayNote,
      evidence: withDays('/policy/evidence', asked),
    };
  });

const sayHowMany = (n: number, thing: string): string => `${capital(sayCount(n))} ${thing}${n > 1 ? 's' : ''}`;

function sayPeople({ figures: { acknowledged, trained } }: Health): string {
  const signed =
    acknowledged.people === 0
      ? 'Nobody is asked to acknowledge it.'
      : acknowledged.complete === acknowledged.people
        ? `All ${acknowledged.people} people have acknowledged it.`
        : `${acknowledged.complete} of ${acknowledged.people} people have acknowledged it.`;
  const taught =
    trained.people === 0
      ? 'No training is asked of anybody.'
      : trained.complete === trained.people
        ? `All ${trained.people} of whom training is asked are trained.`
        : `${trained.complete} of ${trained.people} of whom training is asked are trained.`;
  return `${signed} ${taught}`;
}

function sayReview({ dueOn, isOverdue, isOpen, reviewedOn }: Health['figures']['review'], today: string): string {
  const last = reviewedOn === null ? '' : ` It was last reviewed on ${sayDay(reviewedOn, today)}.`;
  if (dueOn === null) return `No review is set.${last}`;
  const day = sayDay(dueOn, today);
  if (isOverdue) return `Its review was due on ${day} and is not done.${last}`;
  return isOpen ? `A review is under way, to end by ${day}.${last}` : `It is reviewed next by ${day}.${last}`;
}
