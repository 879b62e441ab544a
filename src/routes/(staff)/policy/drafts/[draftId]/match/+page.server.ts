// Clauses that nobody has matched to a control: some at a time, each with suggestions.
import { redirect } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import { done, wrong } from '../../../../../answering.ts';
import { saidIn } from '../../../../said.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { draftId } = event.params;
    const skip = Math.max(0, Math.trunc(Number(event.url.searchParams.get('skip'))) || 0);
    const unmatched = await event.locals.api.drafting.listUnmatched({ draftId, skip });
    return { said: saidIn(event.url), draftId, skip, ...unmatched };
  });

export const actions: Actions = {
  default: (event) =>
    done(event, async (input) => {
      const { draftId } = event.params;
      const lines = Array.isArray(input['matches']) ? (input['matches'] as Record<string, unknown>[]) : [];
      const matches = lines
        .map((line) => ({
          clauseId: String(line['clauseId'] ?? ''),
          revision: Number(line['revision']),
          restsOn: Array.isArray(line['restsOn']) ? line['restsOn'].map(String) : [],
        }))
        .filter(({ restsOn }) => restsOn.length > 0);
      if (matches.length === 0) return wrong('matches', 'Tick something for one clause at least.', input);
      await event.locals.api.drafting.matchClauses({ draftId, matches });
      redirect(303, `/policy/drafts/${draftId}/match?said=draft-saved`);
    }),
};
