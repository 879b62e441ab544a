// The drafts of the policy, and beginning one.
import { redirect } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { done, nowOf, wrong, ZONE } from '../../../answering.ts';
import { backTo, saidIn } from '../../said.ts';
import { STATE } from './draft-words.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST_BYTES = 4_000_000;

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api } = event.locals;
    const [{ drafts, mayWrite }, { documents }] = await Promise.all([
      api.drafting.list({}),
      api.drafting.listDocuments({}),
    ]);
    const now = nowOf(event);
    const rows = drafts.map((draft) => ({
      ...draft,
      begun: sayMoment(draft.begunAt, ZONE, now),
      changed: sayMoment(draft.changedAt, ZONE, now),
      is: STATE[draft.state],
      isOpen: draft.state !== 'adopted' && draft.state !== 'discarded',
    }));
    return {
      said: saidIn(event.url),
      open: rows.filter(({ isOpen }) => isOpen),
      closed: rows.filter(({ isOpen }) => !isOpen),
      mayWrite,
      sources: documents.map(({ address, name }) => ({ value: address, label: name })),
    };
  });

export const actions: Actions = {
  begin: (event) =>
    done(event, async ({ from, name = '' }) => {
      const { draftId } = await event.locals.api.drafting.begin({ from: String(from), name: String(name) });
      backTo(`/policy/drafts/${draftId}`, 'draft-begun');
    }),
  take: (event) =>
    done(event, async (input, form) => {
      const file = form.get('file');
      const pasted = String(input['text'] ?? '');
      if (file instanceof File && file.size > MOST_BYTES)
        return wrong('file', 'This file is larger than 4 MB, which no policy is.', input);
      const text = file instanceof File && file.size > 0 ? await textOf(file) : pasted;
      if (text === null)
        return wrong('file', 'This is no text. Open it, copy all of it, and paste it in the box below.', input);
      if (text.trim() === '') return wrong('text', 'Choose a file, or paste the text.', input);
      const taken = await event.locals.api.drafting.import({ text, name: String(input['name'] ?? '') });
      if (taken.unmatched === 0) backTo(`/policy/drafts/${taken.draftId}`, 'draft-begun');
      redirect(303, `/policy/drafts/${taken.draftId}/match?said=draft-begun`);
    }),
};

/** Null for what is no text at all, such as a Word file or a PDF. */
async function textOf(file: File): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return null;
  }
}
