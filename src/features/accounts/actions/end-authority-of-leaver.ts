// Whoever has left the school holds authority over no account.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { dayOf, peopleByIds } from '#features/people/index.ts';
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
  const { db, scopeId, at, now } = context;
  const [person] = await peopleByIds(db, scopeId, [personId]);
  // Somebody who stays after all, or longer, keeps it.
  const hasLeft = person !== undefined && person.ended_on !== null && person.ended_on < dayOf(at);
  const ended = hasLeft ? await endAuthorities(db, scopeId, { personId }, null, now) : 0;
  context.remark({ people: [personId] });
  return { ended };
});
