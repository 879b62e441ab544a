// Taking a class list as the roll: look at it first, then all of it or nothing.
import { error } from '@sveltejs/kit';
import { may } from '#surfaces/web/may.ts';
import { countsIn, importActions } from '../list-forms.ts';
import type { PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  if (!may(locals.gatepost.registry, locals.actor, 'people.importPupils')) error(403);
  return {
    word: locals.gatepost.words.confirmImport,
    duringSetUp: url.searchParams.has('begin'),
    finished: countsIn(url),
  };
};

export const actions = importActions({
  preview: previewed,
  take: ({ locals }, list) => locals.api.people.importPupils(list),
  leadsTo: ({ url }, counts) =>
    url.searchParams.has('begin') ? '/begin/colleagues' : `/people/import/class-list?${counts}`,
});

/** What the list would change, with years as people say them. */
async function previewed(
  { locals }: Pick<RequestEvent, 'locals'>,
  list: { base64: string; covers: 'whole-roll' | 'these-classes' },
) {
  const { year } = locals.gatepost.words;
  const preview = await locals.api.people.previewPupilImport(list);
  const said = <T extends { yearGroup: string }>(pupils: readonly T[]) =>
    pupils.map((one) => ({ ...one, yearGroup: year(one.yearGroup) }));
  const changing = preview.changing.map((one) => ({
    ...one,
    fields: one.fields.map((field) =>
      field.field === 'yearGroup' ? { ...field, from: year(field.from ?? ''), to: year(field.to ?? '') } : field,
    ),
  }));
  return { ...preview, joining: said(preview.joining), leaving: said(preview.leaving), changing };
}
