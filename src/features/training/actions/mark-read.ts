// I have read it.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { setRead } from '../guidance-queries.ts';

export const markRead = defineAction({
  name: 'training.markRead',
  kind: 'write',
  summary: 'Say that I have read advice, an update or a reminder that was given to me.',
  route: 'POST /training/issues/{issueId}/read',
  scope: 'school',
  who: anySignedIn,
  input: z.object({ issueId: z.uuid() }),
  output: z.object({}),
  controls: ['training.reminders'],
  about: ({ issueId }) => ({ issue: issueId }),
}).handle(async (context, { issueId }) => {
  const { db, scopeId, personId, now } = context;
  if (!(await setRead(db, scopeId, issueId, personId, now))) throw fail.notFound('guidance');
  context.remark({ people: [personId], clauses: (await context.policy()).clausesOf('training.reminders') });
  return {};
});
