// One clause of a draft: its words, what makes it real, what it settles; and a save that never overwrites what somebody else wrote.
import { shown } from '#surfaces/web/answer.ts';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../../../../answering.ts';
import { backTo, saidIn } from '../../../../../said.ts';
import { wouldChange } from '../../../would-change.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { draftId, clauseId } = event.params;
    const clause = await event.locals.api.drafting.readClause({ draftId, clauseId });
    const now = nowOf(event);
    const said = (at: string): string => sayMoment(at, ZONE, now);
    return {
      said: saidIn(event.url),
      ...clause,
      changed: said(clause.changedAt),
      comments: clause.comments.map((comment) => ({
        ...comment,
        when: said(comment.at),
        settled: comment.settled && { ...comment.settled, when: said(comment.settled.at) },
      })),
      edits: clause.edits.map((edit) => ({ ...edit, when: said(edit.at) })),
    };
  });

export const actions: Actions = {
  save: (event) =>
    done(event, async (input) => {
      const { draftId, clauseId } = event.params;
      const { changed } = await event.locals.api.drafting.saveClause({
        draftId,
        revision: Number(input['revision']),
        ...clauseIn(clauseId, input),
      });
      backTo(event.url.pathname, changed ? 'draft-saved' : 'draft-same');
    }),
  look: (event) =>
    done(event, async (input) => {
      const { draftId, clauseId } = event.params;
      const preview = await event.locals.api.drafting.preview({ draftId, clause: clauseIn(clauseId, input) });
      return { look: { ...preview, wouldChange: wouldChange(preview.counts) }, values: input };
    }),
  remove: (event) =>
    done(event, async (input) => {
      const { draftId, clauseId } = event.params;
      await event.locals.api.drafting.removeClause({ draftId, clauseId, revision: Number(input['revision']) });
      backTo(event.url.pathname, 'clause-out');
    }),
  bringBack: (event) =>
    done(event, async (input) => {
      const { draftId, clauseId } = event.params;
      await event.locals.api.drafting.bringBackClause({ draftId, clauseId, revision: Number(input['revision']) });
      backTo(event.url.pathname, 'clause-back');
    }),
  comment: (event) =>
    done(event, async (input) => {
      const { draftId, clauseId } = event.params;
      await event.locals.api.drafting.comment({ draftId, clauseId, words: String(input['words'] ?? '') });
      backTo(`${event.url.pathname}`, 'commented');
    }),
  settle: (event) =>
    done(event, async (input) => {
      await event.locals.api.drafting.settleComment({ commentId: String(input['commentId']) });
      backTo(event.url.pathname, 'comment-settled');
    }),
};

/** The form's fields as a clause. A heading that is typed comes before one that is chosen. */
function clauseIn(clauseId: string, input: Readonly<Record<string, unknown>>) {
  const text = (name: string): string => (typeof input[name] === 'string' ? input[name] : '');
  const list = (name: string): string[] => (Array.isArray(input[name]) ? input[name].map(String) : []);
  return {
    clauseId,
    number: text('number'),
    title: text('title'),
    under: text('newHeading').trim() || text('under'),
    text: text('text'),
    force: text('force') as 'must',
    binds: text('binds')
      .split('\n')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    restsOn: [...new Set([...list('restsOn'), ...list('more')])],
  };
}
