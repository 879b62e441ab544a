// Somebody leaves: their authority over accounts will end once their last day is over.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { SCHOOL_ZONE } from '#features/schools/index.ts';
import { endAuthorityOfLeaverJob } from '../end-authority-job.ts';

export const noteLeaver = defineAction({
  name: 'accounts.noteLeaver',
  kind: 'write',
  summary: 'Note that a leaver’s authority over accounts ends once their last day is over.',
  route: 'POST /leavers/{personId}/authority',
  scope: 'school',
  who: onlySystem,
  input: z.object({ personId: z.uuid(), lastDay: z.iso.date() }),
  output: z.object({}),
  controls: ['accounts.authorisation'],
  about: ({ personId, lastDay }) => ({ person: personId, lastDay }),
}).handle(async (context, { personId, lastDay }) => {
  const morningAfter = Temporal.PlainDate.from(lastDay).add({ days: 1 }).toZonedDateTime(SCHOOL_ZONE).toInstant();
  context.enqueue(endAuthorityOfLeaverJob, { personId }, { key: personId, at: morningAfter });
  context.remark({ people: [personId] });
  return {};
});
