// The picture of a sheet with signatures: for those who record them, and for whoever stands on it alone.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { readablePaper } from '../access.ts';
import { paperRow, peopleOfPaper } from '../paper-queries.ts';

export const readPaper = defineAction({
  name: 'acknowledgement.readPaper',
  kind: 'read',
  summary: 'Open the picture of a sheet with signatures.',
  route: 'GET /acknowledgement/papers/{paperId}',
  scope: 'school',
  who: anySignedIn,
  recorded: true,
  input: z.object({ paperId: z.uuid() }),
  output: z.object({
    paperId: z.uuid(),
    address: z.string(),
    sha256: z.string(),
    contentType: z.string(),
    addedBy: z.uuid(),
    addedAt: z.string(),
  }),
  controls: ['policy.acknowledgement'],
  about: ({ paperId }) => ({ paper: paperId }),
}).handle(async ({ db, scopeId, actor }, { paperId }) => {
  const [row, people] = await Promise.all([paperRow(db, scopeId, paperId), peopleOfPaper(db, scopeId, paperId)]);
  const paper = readablePaper(actor, row && { ...row, people: people.map(({ person_id: id }) => id) });
  return {
    paperId: paper.id,
    address: paper.address,
    sha256: paper.sha256,
    contentType: paper.content_type,
    addedBy: paper.added_by,
    addedAt: paper.added_at,
  };
});
