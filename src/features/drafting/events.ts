// What drafting announces: whoever decides on a draft has to begin anew once it is edited.
import { z } from 'zod';
import { defineEvent } from '#kernel/events.ts';

export const draftReopened = defineEvent({
  name: 'drafting.reopened',
  payload: z.object({ draftId: z.string() }),
});
