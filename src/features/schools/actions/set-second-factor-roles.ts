// Say which roles must show a second factor when they sign in, and how long those who have none yet may go on.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { signInRuleKeepers } from '../access.ts';
import { SCHOOL_ZONE } from '../school-day.ts';
import { holdSignInRules, setSecondFactorRule, signInRulesRow } from '../sign-in-queries.ts';
import { graceDaysSchema, sinceOf } from '../sign-in-rules.ts';

export const setSecondFactorRoles = defineAction({
  name: 'schools.setSecondFactorRoles',
  kind: 'write',
  summary: 'Say which roles must show a second factor when they sign in, and from when.',
  route: 'PUT /school/second-factor-roles',
  scope: 'school',
  who: signInRuleKeepers,
  freshFactorMinutes: 240,
  input: z.object({
    roles: z.array(z.string().max(40)).max(40),
    graceDays: graceDaysSchema
      .optional()
      .describe('Days that somebody may go on without one, from when they hold the role; as before if left out'),
  }),
  output: z.object({}),
  about: ({ roles, graceDays }) => ({ roles, ...(graceDays === undefined ? {} : { graceDays }) }),
}).handle(async ({ db, scopeId, at }, { roles, graceDays }) => {
  await holdSignInRules(db, scopeId);
  const before = await signInRulesRow(db, scopeId);
  if (!before) throw fail.notFound('school');
  const today = at.toZonedDateTimeISO(SCHOOL_ZONE).toPlainDate().toString();
  await setSecondFactorRule(db, scopeId, {
    roles,
    since: sinceOf(roles, before.second_factor_since as Record<string, string>, before.second_factor_roles, today),
    graceDays: graceDays ?? before.second_factor_grace_days,
  });
  return {};
});
