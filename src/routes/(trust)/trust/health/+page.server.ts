// How the policy is doing in every school of the trust, from what each school publishes: figures, and nobody's name.
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDay, sayMoment } from '#surfaces/web/say-time.ts';
import { nowOf, ZONE } from '../../../answering.ts';
import { chartOf } from '../../../coverage-chart.ts';
import type { PageServerLoad } from './$types';

type School = Awaited<ReturnType<App.Locals['api']['evidence']['readTrustHealth']>>['schools'][number];

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { trust, schools, points } = await event.locals.api.evidence.readTrustHealth({});
    const now = nowOf(event);
    const sum = (of: (school: School) => number) => schools.reduce((total, school) => total + of(school), 0);
    return {
      trust,
      chart: chartOf(points),
      all: {
        schools: schools.length,
        asked: sum(({ figures }) => figures.acknowledged.people),
        acknowledged: sum(({ figures }) => figures.acknowledged.complete),
        trained: sum(({ figures }) => figures.trained.complete),
        toTrain: sum(({ figures }) => figures.trained.people),
        overdue: sum(({ figures }) => figures.overdue),
        late: schools.filter(({ figures }) => figures.review.isOverdue).length,
      },
      schools: schools.map(({ schoolId, school, title, version, figures, at }) => ({
        schoolId,
        school,
        title,
        version,
        figures,
        review:
          figures.review.dueOn === null
            ? 'No review is set'
            : `Review by ${sayDay(figures.review.dueOn, dayIn(now, ZONE))}`,
        said: sayMoment(at, ZONE, now),
      })),
    };
  });
