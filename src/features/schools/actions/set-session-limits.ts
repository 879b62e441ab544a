// Say how long somebody stays signed in.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { signInRuleKeepers } from '../access.ts';
import { setSessionLimitsOf } from '../sign-in-queries.ts';
import { idleMinutesSchema, sessionDaysSchema } from '../sign-in-rules.ts';

export const setSessionLimits = defineAction({
  name: 'schools.setSessionLimits',
  kind: 'write',
  summary: 'Say how long somebody stays signed in: unused, and at the longest.',
  route: 'PUT /school/session-limits',
  scope: 'school',
  who: signInRuleKeepers,
  freshFactorMinutes: 240,
  input: z.object({
    idleMinutes: idleMinutesSchema.describe('Minutes without use after which a session ends'),
    days: sessionDaysSchema.describe('Days after which it ends in any case'),
  }),
  output: z.object({}),
  about: ({ idleMinutes, days }) => ({ idleMinutes, days }),
}).handle(async ({ db, scopeId }, limits) => {
  await setSessionLimitsOf(db, scopeId, limits);
  return {};
});
