// What mail announces to itself: something waits to be sent.
import { z } from 'zod';
import { defineEvent } from '#kernel/events.ts';

export const mailWaits = defineEvent({
  name: 'mail.waits',
  payload: z.object({}) as z.ZodType<Record<string, never>>,
});
