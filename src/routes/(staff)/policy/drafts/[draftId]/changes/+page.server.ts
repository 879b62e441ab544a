// Who changed what in a draft, and when.
import { shown } from '#surfaces/web/answer.ts';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { nowOf, ZONE } from '../../../../../answering.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api } = event.locals;
    const { draftId } = event.params;
    const before = Math.trunc(Number(event.url.searchParams.get('before')));
    const [{ name }, { edits, older }] = await Promise.all([
      api.drafting.readEntries({ draftId }),
      api.drafting.listEdits({ draftId, ...(before >= 1 ? { before } : {}) }),
    ]);
    const now = nowOf(event);
    return {
      draftId,
      name,
      edits: edits.map((edit) => ({ ...edit, when: sayMoment(edit.at, ZONE, now) })),
      older,
      isNewest: !(before >= 1),
    };
  });
