// Remove what became of letters a year ago. The ledger keeps how many there were.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { forgetMessages } from '../forget-queries.ts';
import { keptSince } from '../kept-for.ts';

export const forgetOldMail = defineAction({
  name: 'mail.forgetOld',
  kind: 'write',
  summary: 'Remove mail whose time to be kept is over.',
  route: 'POST /mail/old/forget',
  scope: 'school',
  who: onlySystem,
  input: z.object({}),
  output: z.object({ forgotten: z.int(), settledBefore: z.string() }),
  controls: ['mail.forgotten'],
  about: (_, { forgotten, settledBefore }) => ({ forgotten, settledBefore }),
}).handle(async ({ db, scopeId, at }) => {
  const settledBefore = keptSince(at);
  return { forgotten: await forgetMessages(db, scopeId, settledBefore), settledBefore };
});
