// What the directory announces: later features end what hangs on a person.
import { z } from 'zod';
import { defineEvent } from '#kernel/events.ts';

export const personLeft = defineEvent({
  name: 'people.left',
  payload: z.object({ personId: z.string(), lastDay: z.string() }),
});
