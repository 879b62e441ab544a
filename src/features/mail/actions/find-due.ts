// Is there mail to send now? Asked every minute, so it leaves no trace.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { isAfter } from '#kernel/instants.ts';
import { isAnyDue } from '../queries.ts';
import { serverInUse } from '../server-queries.ts';
import { LEFT_BEHIND_MINUTES } from '../settle.ts';

export const findDue = defineAction({
  name: 'mail.findDue',
  kind: 'read',
  summary: 'Say whether there is mail to send now.',
  route: 'GET /mail/due',
  scope: 'school',
  who: onlySystem,
  input: z.object({}),
  output: z.object({ isDue: z.boolean() }),
}).handle(async ({ db, scopeId, at, now }) => {
  const server = await serverInUse(db);
  if (!server || (server.try_again_at !== null && isAfter(server.try_again_at, now))) return { isDue: false };
  return { isDue: await isAnyDue(db, scopeId, now, at.subtract({ minutes: LEFT_BEHIND_MINUTES }).toString()) };
});
