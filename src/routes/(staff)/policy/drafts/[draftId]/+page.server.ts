// A draft: how it stands, what it would change, and its clauses heading by heading.
import { shown } from '#surfaces/web/answer.ts';
import { may } from '#surfaces/web/may.ts';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../../answering.ts';
import { citing } from '../../../../clause-refs.ts';
import { backTo, saidIn } from '../../../said.ts';
import { placeOfProblem, STATE } from '../draft-words.ts';
import { wouldChange } from '../would-change.ts';
import { sayIssue } from '../../say-issue.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api, actor, gatepost } = event.locals;
    const { draftId } = event.params;
    const numberIn = (name: string): number => Math.max(1, Math.trunc(Number(event.url.searchParams.get(name))) || 1);
    const [draft, { clauses }] = await Promise.all([
      api.drafting.read({ draftId, heading: numberIn('heading'), page: numberIn('page') }),
      api.policy.clauseNames({}),
    ]);
    const cite = citing(clauses);
    const now = nowOf(event);
    return {
      said: saidIn(event.url),
      draft: {
        ...draft,
        is: STATE[draft.state],
        issued: draft.edition === null ? null : sayIssue(draft.edition),
        begun: sayMoment(draft.begunAt, ZONE, now),
        changed: sayMoment(draft.changedAt, ZONE, now),
        problems: draft.problems.map((problem) => ({
          ...problem,
          href: placeOfProblem(draftId, problem),
          cited: cite(problem.clauses ?? []),
        })),
        comments: draft.comments.map((comment) => ({
          ...comment,
          when: sayMoment(comment.at, ZONE, now),
          settled: comment.settled && { ...comment.settled, when: sayMoment(comment.settled.at, ZONE, now) },
        })),
        wouldChange: wouldChange({ ...draft.difference, settings: draft.difference.differing }),
      },
      mayWrite: may(gatepost.registry, actor, 'drafting.begin'),
    };
  });

export const actions: Actions = {
  add: (event) =>
    done(event, async (input) => {
      const { draftId } = event.params;
      const under = String(input['newHeading'] ?? '').trim() || String(input['under'] ?? '');
      const added = await event.locals.api.drafting.addClause({
        draftId,
        under,
        title: String(input['title'] ?? ''),
        text: String(input['text'] ?? ''),
      });
      backTo(`/policy/drafts/${draftId}/clauses/${added.clauseId}`, 'draft-saved');
    }),
  move: (event) =>
    done(event, async (input) => {
      const { draftId } = event.params;
      const clauseId = String(input['clauseId']);
      await event.locals.api.drafting.moveClause({
        draftId,
        clauseId,
        revision: Number(input['revision']),
        direction: input['direction'] === 'up' ? 'up' : 'down',
      });
      const { heading } = await event.locals.api.drafting.readClause({ draftId, clauseId });
      backTo(`/policy/drafts/${draftId}?heading=${heading}`, 'draft-saved');
    }),
  bringBack: (event) =>
    done(event, async (input) => {
      const { draftId } = event.params;
      const clauseId = String(input['clauseId']);
      await event.locals.api.drafting.bringBackClause({ draftId, clauseId, revision: Number(input['revision']) });
      backTo(`/policy/drafts/${draftId}/clauses/${clauseId}`, 'clause-back');
    }),
  rename: (event) =>
    done(event, async (input) => {
      const { draftId } = event.params;
      await event.locals.api.drafting.renameHeading({
        draftId,
        from: String(input['from'] ?? ''),
        to: String(input['to'] ?? ''),
      });
      backTo(`/policy/drafts/${draftId}?heading=${String(input['n'] ?? '1')}`, 'draft-saved');
    }),
  number: (event) =>
    done(event, async () => {
      const { draftId } = event.params;
      const { changed } = await event.locals.api.drafting.numberAnew({ draftId });
      backTo(`/policy/drafts/${draftId}`, changed === 0 ? 'draft-same' : 'clauses-numbered');
    }),
  comment: (event) =>
    done(event, async (input) => {
      const { draftId } = event.params;
      await event.locals.api.drafting.comment({ draftId, words: String(input['words'] ?? '') });
      backTo(`/policy/drafts/${draftId}`, 'commented');
    }),
  settle: (event) =>
    done(event, async (input) => {
      await event.locals.api.drafting.settleComment({ commentId: String(input['commentId']) });
      backTo(`/policy/drafts/${event.params.draftId}`, 'comment-settled');
    }),
  discard: (event) =>
    done(event, async () => {
      await event.locals.api.drafting.discard({ draftId: event.params.draftId });
      backTo('/policy/drafts', 'draft-away');
    }),
};
