// What adoption announces: whoever is to confirm, to be trained or to review begins with it.
import { z } from 'zod';
import { defineEvent } from '#kernel/events.ts';

/** Told on the day it is adopted; it is in force from `effectiveOn`, a local date of the school. */
export const policyAdopted = defineEvent({
  name: 'policy.adopted',
  payload: z.object({ versionId: z.string(), effectiveOn: z.string(), material: z.boolean() }),
});
