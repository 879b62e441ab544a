// Taking a list of carers: look at it first, then all of it or nothing.
import { error } from '@sveltejs/kit';
import { may } from '#surfaces/web/may.ts';
import { countsIn, importActions } from '../list-forms.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  const { registry, words } = locals.gatepost;
  if (!may(registry, locals.actor, 'people.importCarers')) error(403);
  return { word: words.confirmImport, relations: words.relations, finished: countsIn(url) };
};

export const actions = importActions({
  preview: ({ locals }, list: { base64: string; covers: 'all-carers' | 'these-pupils' | 'these-rows' }) =>
    locals.api.people.previewCarerImport(list),
  take: ({ locals }, list) => locals.api.people.importCarers(list),
  leadsTo: (_, counts) => `/people/import/carers?${counts}`,
});
