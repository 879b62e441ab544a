// Is there mail whose time to be kept is over? Asked every night, so it leaves no trace.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { isAnyForgettable } from '../forget-queries.ts';
import { keptSince } from '../kept-for.ts';

export const findOldMail = defineAction({
  name: 'mail.findOld',
  kind: 'read',
  summary: 'Say whether there is mail whose time to be kept is over.',
  route: 'GET /mail/old',
  scope: 'school',
  who: onlySystem,
  input: z.object({}),
  output: z.object({ isAny: z.boolean() }),
}).handle(async ({ db, scopeId, at }) => ({ isAny: await isAnyForgettable(db, scopeId, keptSince(at)) }));
