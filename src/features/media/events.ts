// What pictures announce: later features stop using one that is set aside.
import { z } from 'zod';
import { defineEvent } from '#kernel/events.ts';

export const pictureQuarantined = defineEvent({
  name: 'media.quarantined',
  payload: z.object({ mediaIds: z.array(z.string()) }),
});
