// What the policy announces: a version asks everybody to confirm it again.
import { z } from 'zod';
import { defineEvent } from '#kernel/events.ts';

/** Told when the version is put, also where it is in force from a later day: it may be read and signed before. */
export const askedAnew = defineEvent({
  name: 'policy.askedAnew',
  payload: z.object({}) as z.ZodType<object>,
});
