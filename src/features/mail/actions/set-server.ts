// Set the mail server. The password is locked away at once, and never shown again.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { isFirstSchool, systemAdministrators } from '#features/schools/index.ts';
import { mailWaits } from '../events.ts';
import { serverFields } from '../server.ts';
import { ownServer, putServer } from '../server-queries.ts';

export const setServer = defineAction({
  name: 'mail.setServer',
  kind: 'write',
  summary: 'Set the mail server that letters go out by.',
  route: 'PUT /school/mail-server',
  scope: 'school',
  who: systemAdministrators,
  freshFactorMinutes: 30,
  input: z.object(serverFields),
  output: z.object({}),
  errors: ['password-needed', 'password-in-clear', 'not-the-first-school'],
  controls: ['mail.once'],
}).handle(async (context, { password, ...input }) => {
  const { db, scopeId, now, actor } = context;
  const before = await ownServer(db, scopeId);
  if (input.username !== '' && input.encryption === 'none') {
    const message = 'Without encryption the password would travel for everybody on the way to read.';
    throw fail.invalid({
      code: 'password-in-clear',
      message,
      remedy: 'Choose STARTTLS or TLS, or leave the user empty.',
      fields: [{ field: 'encryption', message }],
    });
  }
  if (input.shared && !(await isFirstSchool(db, scopeId))) {
    const message = 'Only the school that Gatepost was set up with shares its mail server.';
    throw fail.invalid({
      code: 'not-the-first-school',
      message,
      remedy: 'Set it for your own school only.',
      fields: [{ field: 'shared', message }],
    });
  }
  // A kept password goes to no other machine than the one it was given for.
  const kept = before && before.host === input.host && before.username === input.username ? before.password_box : null;
  if (input.username !== '' && password === undefined && kept === null) {
    const message = 'Give the password of this user.';
    throw fail.invalid({
      code: 'password-needed',
      message,
      remedy: 'A password that is kept stays only while server and user are the same.',
      fields: [{ field: 'password', message }],
    });
  }
  const given = password === undefined ? kept : context.lock(password, 'mail', `mail-server/${scopeId}`);
  const box = input.username === '' ? null : given;
  await putServer(db, scopeId, { ...input, box, setBy: actor.kind === 'person' ? actor.personId : null }, now);
  context.remark({ about: { newPassword: password !== undefined, shared: input.shared } });
  context.emit(mailWaits, {}, { key: 'send' });
  return {};
});
