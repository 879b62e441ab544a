// Keep what is known of a sheet of paper whose picture was taken in, cleaned and locked away.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { insertPaper } from '../paper-queries.ts';

/** Gatepost’s own to call: from outside an entry could otherwise point at bytes that were never cleaned. */
export const addPaper = defineAction({
  name: 'acknowledgement.addPaper',
  kind: 'write',
  summary: 'Keep the picture of a sheet with signatures.',
  route: 'POST /acknowledgement/papers',
  scope: 'school',
  who: onlySystem,
  input: z.object({
    personId: z.uuid().describe('Who brought it'),
    address: z.string().min(1).max(200),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    contentType: z.enum(['image/jpeg', 'image/png']),
    bytes: z.int().min(1),
  }),
  output: z.object({ paperId: z.uuid() }),
  controls: ['policy.acknowledgement'],
  about: ({ personId, sha256 }, { paperId }) => ({ paper: paperId, person: personId, sha256 }),
}).handle(async ({ db, scopeId, now, newId }, { personId, ...paper }) => {
  const paperId = newId();
  await insertPaper(db, scopeId, { ...paper, id: paperId, addedBy: personId }, now);
  return { paperId };
});
