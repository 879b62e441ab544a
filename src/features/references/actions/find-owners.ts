// Is there anybody to ask about editions this morning? Asked daily in September, so it leaves no trace.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { ownersDue } from '../owners-due.ts';

export const findOwners = defineAction({
  name: 'references.findOwners',
  kind: 'read',
  summary: 'Say whether owners of law and guidance are to be asked to confirm the editions.',
  route: 'GET /references/remind',
  scope: 'school',
  who: onlySystem,
  input: z.object({}),
  output: z.object({ isDue: z.boolean() }),
  controls: ['policy.guidance-register'],
}).handle(async (context) => ({ isDue: (await ownersDue(context)) !== null }));
