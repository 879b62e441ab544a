// Taking a staff list into the directory. It may add responsibilities and never ends one.
import { error, redirect } from '@sveltejs/kit';
import { may } from '#surfaces/web/may.ts';
import { done } from '../../../../answering.ts';
import { carriedFile, chosenFile, countsIn, countsOf } from '../list-forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  if (!may(locals.gatepost.registry, locals.actor, 'people.importStaff')) error(403);
  const { words } = locals.gatepost;
  return {
    word: words.confirmImport,
    responsibilities: words.responsibilities,
    finished: countsIn(url),
  };
};

export const actions: Actions = {
  look: (event) =>
    done(event, async (input, form) => {
      const file = await chosenFile(form, input);
      if ('status' in file) return file;
      const covers = String(input['covers'] ?? '') as 'all-staff';
      const preview = await event.locals.api.people.previewStaffImport({ base64: file.base64, covers });
      return { look: { preview, covers, name: file.name, packed: preview.usable ? file.packed : '' } };
    }),
  take: (event) => {
    const lookAgain = async (input: Record<string, unknown>, wrongWord?: string) => {
      const file = carriedFile(input);
      if ('status' in file) return {};
      const covers = String(input['covers'] ?? '') as 'all-staff';
      const preview = await event.locals.api.people.previewStaffImport({ base64: file.base64, covers });
      return {
        look: { preview, covers, name: String(input['name'] ?? ''), packed: String(input['packed']), wrongWord },
      };
    };
    return done(
      event,
      async (input) => {
        const file = carriedFile(input);
        if ('status' in file) return file;
        const covers = String(input['covers'] ?? '') as 'all-staff';
        const typedWord = String(input['typedWord'] ?? '');
        const seen = await lookAgain(
          input,
          typedWord.trim() === '' ? 'Type the word to go on.' : 'That is not the word.',
        );
        const isMeant = typedWord.trim().toUpperCase() === event.locals.gatepost.words.confirmImport;
        if (seen.look?.preview.usable && seen.look.preview.needsTypedWord && !isMeant) return seen;
        const taken = await event.locals.api.people.importStaff({ base64: file.base64, covers, typedWord });
        redirect(303, `/people/import/staff?${countsOf(taken)}`);
      },
      lookAgain,
    );
  },
};
