// Send a test message, now, by the way that every message goes; what came of it is shown in plain words.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { personFields } from '#features/people/index.ts';
import { systemAdministrators } from '#features/schools/index.ts';
import { mustBeQueued, queueMail } from '../queue.ts';
import { endPause } from '../server-queries.ts';

export const testServer = defineAction({
  name: 'mail.test',
  kind: 'write',
  summary: 'Send a test message and see what the mail server makes of it.',
  route: 'POST /school/mail-server/test',
  scope: 'school',
  who: systemAdministrators,
  perMinute: 6,
  input: z.object({
    to: personFields.email.default('').describe('Where to; your own address where nothing is said'),
  }),
  output: z.object({ test: z.string().describe('Its name in the list of messages') }),
  errors: ['no-mail-server', 'whom-to'],
  controls: ['mail.once'],
}).handle(async (context, { to }) => {
  const { actor, newId, db, scopeId } = context;
  if (to === '' && actor.kind !== 'person') {
    const message = 'Say which address the test goes to.';
    throw fail.invalid({ code: 'whom-to', message, fields: [{ field: 'to', message }] });
  }
  await endPause(db, scopeId);
  const key = `test:${newId()}`;
  const asked = await queueMail(context, {
    to: to === '' ? { personId: context.personId } : { address: to },
    template: 'test',
    facts: {},
    key,
  });
  mustBeQueued(asked);
  return { test: key };
});
