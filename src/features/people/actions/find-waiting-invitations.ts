// Does anybody wait to be invited?
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { anyWaiting } from '../invitation-queries.ts';

export const findWaitingInvitations = defineAction({
  name: 'people.findWaitingInvitations',
  kind: 'read',
  summary: 'Say whether anybody of a round waits to be invited.',
  route: 'GET /invitation-rounds/waiting',
  scope: 'school',
  who: onlySystem,
  input: z.object({}),
  output: z.object({ isWaiting: z.boolean() }),
}).handle(async ({ db, scopeId }) => ({ isWaiting: await anyWaiting(db, scopeId) }));
