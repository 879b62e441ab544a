// Taking a staff list into the directory. It may add responsibilities and never ends one.
import { error } from '@sveltejs/kit';
import { may } from '#surfaces/web/may.ts';
import { countsIn, importActions } from '../list-forms.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  if (!may(locals.gatepost.registry, locals.actor, 'people.importStaff')) error(403);
  const { words } = locals.gatepost;
  return {
    word: words.confirmImport,
    called: [...words.types, ...words.responsibilities],
    finished: countsIn(url),
  };
};

export const actions = importActions({
  preview: ({ locals }, list: { base64: string; covers: 'all-staff' | 'these-people' }) =>
    locals.api.people.previewStaffImport(list),
  take: ({ locals }, list) => locals.api.people.importStaff(list),
  leadsTo: (_, counts) => `/people/import/staff?${counts}`,
});
