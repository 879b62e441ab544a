// How people of the school sign in: second factor, length of a session, own networks.
import { z } from 'zod';
import { anySignedIn, either, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { signInRulesRow } from '../sign-in-queries.ts';

export const readSignInRules = defineAction({
  name: 'schools.readSignInRules',
  kind: 'read',
  summary: 'Read who needs a second factor, how long sessions live, and which networks are the school’s own.',
  route: 'GET /school/sign-in-rules',
  scope: 'school',
  who: either(anySignedIn, onlyOperator),
  token: 'schools:read',
  input: z.object({}),
  output: z.object({
    secondFactorRoles: z.array(z.string()),
    graceDays: z.number(),
    idleMinutes: z.number(),
    sessionDays: z.number(),
    networks: z.array(z.string()),
  }),
}).handle(async ({ db, scopeId }) => {
  const rules = await signInRulesRow(db, scopeId);
  if (!rules) throw fail.notFound('school');
  return {
    secondFactorRoles: rules.second_factor_roles,
    graceDays: rules.second_factor_grace_days,
    idleMinutes: rules.session_idle_minutes,
    sessionDays: rules.session_days,
    networks: rules.networks,
  };
});
