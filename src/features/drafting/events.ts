// What drafting announces: whoever decides on a draft has to begin anew once it is edited, and not at all once it is put away.
import { z } from 'zod';
import { defineEvent } from '#kernel/events.ts';

export const draftReopened = defineEvent({
  name: 'drafting.reopened',
  payload: z.object({ draftId: z.string() }),
});
