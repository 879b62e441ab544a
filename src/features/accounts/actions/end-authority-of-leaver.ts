// Whoever has left the school holds authority over no account.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { endAuthorities } from '../authority-queries.ts';

export const endAuthorityOfLeaver = defineAction({
  name: 'accounts.endAuthorityOfLeaver',
  kind: 'write',
  summary: 'End a leaver’s authority over every account.',
  route: 'POST /leavers/{personId}/authority/end',
  scope: 'school',
  who: onlySystem,
  input: z.object({ personId: z.uuid() }),
  output: z.object({ ended: z.number() }),
  controls: ['accounts.authorisation'],
  about: ({ personId }, { ended }) => ({ person: personId, ended }),
}).handle(async (context, { personId }) => {
  const ended = await endAuthorities(context.db, context.scopeId, { personId }, null, context.now);
  context.remark({ people: [personId] });
  return { ended };
});
