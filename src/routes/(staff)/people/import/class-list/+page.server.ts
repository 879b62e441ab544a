// Taking a class list as the roll: look at it first, then all of it or nothing.
import { error, redirect } from '@sveltejs/kit';
import { may } from '#surfaces/web/may.ts';
import { done } from '../../../../answering.ts';
import { carriedFile, chosenFile, countsIn, countsOf } from '../list-forms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  if (!may(locals.gatepost.registry, locals.actor, 'people.importPupils')) error(403);
  return {
    word: locals.gatepost.words.confirmImport,
    duringSetUp: url.searchParams.has('begin'),
    finished: countsIn(url),
  };
};

export const actions: Actions = {
  look: (event) =>
    done(event, async (input, form) => {
      const file = await chosenFile(form, input);
      if ('status' in file) return file;
      const covers = String(input['covers'] ?? '') as 'whole-roll';
      const preview = await previewed(event, file.base64, covers);
      return { look: { preview, covers, name: file.name, packed: preview.usable ? file.packed : '' } };
    }),
  take: (event) =>
    done(event, async (input) => {
      const file = carriedFile(input);
      if ('status' in file) return file;
      const covers = String(input['covers'] ?? '') as 'whole-roll';
      const { api } = event.locals;
      const typedWord = String(input['typedWord'] ?? '');
      const preview = await previewed(event, file.base64, covers);
      if (
        preview.usable &&
        preview.needsTypedWord &&
        typedWord.trim().toUpperCase() !== event.locals.gatepost.words.confirmImport
      ) {
        const wrongWord = typedWord.trim() === '' ? 'Type the word to go on.' : 'That is not the word.';
        return {
          look: { preview, covers, name: String(input['name'] ?? ''), packed: String(input['packed']), wrongWord },
        };
      }
      const taken = await api.people.importPupils({ base64: file.base64, covers, typedWord });
      redirect(
        303,
        event.url.searchParams.has('begin') ? '/begin/colleagues' : `/people/import/class-list?${countsOf(taken)}`,
      );
    }),
};

/** What the list would change, with years as people say them. */
async function previewed({ locals }: RequestEvent, base64: string, covers: 'whole-roll') {
  const { year } = locals.gatepost.words;
  const preview = await locals.api.people.previewPupilImport({ base64, covers });
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
