// What a draft says of itself: what is new, whether everybody is asked again, its title and issue, what its words mean, what it relies on.
import { shown } from '#surfaces/web/answer.ts';
import { done } from '../../../../../answering.ts';
import { backTo, saidIn } from '../../../../said.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { draftId } = event.params;
    return { said: saidIn(event.url), draftId, ...(await event.locals.api.drafting.readEntries({ draftId })) };
  });

type Input = Readonly<Record<string, unknown>>;
const text = (input: Input, name: string): string => (typeof input[name] === 'string' ? input[name] : '');
/** Which entry a form is of; nothing for a new one. */
const entryIn = (input: Input) =>
  text(input, 'key') === '' ? {} : { key: text(input, 'key'), revision: Number(input['revision']) };

export const actions: Actions = {
  note: (event) =>
    done(event, async (input) => {
      const material = text(input, 'material');
      const { changed } = await event.locals.api.drafting.saveNote({
        draftId: event.params.draftId,
        name: text(input, 'name'),
        changeNote: text(input, 'changeNote'),
        material: material === 'yes' ? true : material === 'no' ? false : null,
        materialReason: text(input, 'materialReason'),
      });
      backTo(event.url.pathname, changed ? 'draft-saved' : 'draft-same');
    }),
  about: (event) =>
    done(event, async (input) => {
      const { changed } = await event.locals.api.drafting.saveAbout({
        draftId: event.params.draftId,
        revision: Number(input['revision']),
        title: text(input, 'title'),
        edition: text(input, 'edition'),
        ethos: text(input, 'ethos'),
      });
      backTo(event.url.pathname, changed ? 'draft-saved' : 'draft-same');
    }),
  define: (event) =>
    done(event, async (input) => {
      await event.locals.api.drafting.saveDefinition({
        draftId: event.params.draftId,
        ...entryIn(input),
        term: text(input, 'term'),
        meaning: text(input, 'meaning'),
        clauseId: text(input, 'clauseId'),
      });
      backTo(event.url.pathname, 'draft-saved');
    }),
  link: (event) =>
    done(event, async (input) => {
      await event.locals.api.drafting.saveLinkedPolicy({
        draftId: event.params.draftId,
        ...entryIn(input),
        title: text(input, 'linkedTitle'),
        clauses: text(input, 'clauses')
          .split(/[\s,;]+/)
          .filter((one) => one !== ''),
      });
      backTo(event.url.pathname, 'draft-saved');
    }),
  remove: (event) =>
    done(event, async (input) => {
      await event.locals.api.drafting.removeEntry({
        draftId: event.params.draftId,
        kind: text(input, 'kind') as 'definition',
        key: text(input, 'key'),
        revision: Number(input['revision']),
      });
      backTo(event.url.pathname, 'draft-saved');
    }),
};
