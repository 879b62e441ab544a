// Something that was given to me to read; for those who plan, who has read it.
import { shown } from '#surfaces/web/answer.ts';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../../answering.ts';
import { citing } from '../../../../clause-refs.ts';
import { backTo } from '../../../said.ts';
import { KINDS } from '../../training-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api } = event.locals;
    const [issue, { clauses }] = await Promise.all([
      api.training.readIssue({ issueId: event.params.issueId }),
      api.policy.clauseNames({}),
    ]);
    const now = nowOf(event);
    const said = (at: string) => sayMoment(at, ZONE, now);
    return {
      ...issue,
      kind: KINDS[issue.kind],
      given: said(issue.deliveredAt),
      mine: issue.mine && { read: issue.mine.readAt === null ? '' : said(issue.mine.readAt) },
      people: issue.people.map(({ name, deliveredAt, readAt }, at) => ({
        at,
        name,
        given: said(deliveredAt),
        read: readAt === null ? '' : said(readAt),
      })),
      clauses: citing(clauses)(issue.clauses),
    };
  });

export const actions: Actions = {
  default: (event) =>
    done(event, async () => {
      await event.locals.api.training.markRead({ issueId: event.params.issueId });
      backTo('/training', 'guidance-read');
    }),
};
