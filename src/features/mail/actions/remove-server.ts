// Do without mail again: the server and its password are forgotten, and what waits is given up.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { systemAdministrators } from '#features/schools/index.ts';
import { giveUpAll } from '../queries.ts';
import { deleteServer, serverInUse } from '../server-queries.ts';

export const removeServer = defineAction({
  name: 'mail.removeServer',
  kind: 'write',
  summary: 'Forget the mail server and its password.',
  route: 'DELETE /school/mail-server',
  scope: 'school',
  who: systemAdministrators,
  freshFactorMinutes: 30,
  input: z.object({}),
  output: z.object({ givenUp: z.number() }),
  about: (_, { givenUp }) => ({ givenUp }),
}).handle(async ({ db, scopeId, now }) => {
  if (!(await deleteServer(db, scopeId))) {
    throw fail.notFound('mail server', { remedy: 'This school has none of its own, so nothing needs to be removed.' });
  }
  // Where the first school shares its server, what waits goes out by that one.
  return { givenUp: (await serverInUse(db)) === null ? await giveUpAll(db, scopeId, now) : 0 };
});
