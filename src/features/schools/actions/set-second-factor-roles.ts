// Say which roles must show a second factor when they sign in, and how long those who have none yet may go on.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { signInRuleKeepers } from '../access.ts';
import { dayOf } from '../school-day.ts';
import { holdSignInRules, isShutOut, setSecondFactorRule, signInRulesRow } from '../sign-in-queries.ts';
import { graceDaysSchema, signInRoleSchema, sinceOf } from '../sign-in-rules.ts';

export const setSecondFactorRoles = defineAction({
  name: 'schools.setSecondFactorRoles',
  kind: 'write',
  summary: 'Say which roles must show a second factor when they sign in, and from when.',
  route: 'PUT /school/second-factor-roles',
  scope: 'school',
  who: signInRuleKeepers,
  freshFactorMinutes: 240,
  input: z.object({
    roles: z.array(signInRoleSchema).max(40),
    graceDays: graceDaysSchema
      .optional()
      .describe('Days that somebody may go on without one, from when they hold the role; as before if left out'),
  }),
  output: z.object({}),
  errors: ['shuts-you-out'],
  about: ({ roles, graceDays }) => ({ roles, ...(graceDays === undefined ? {} : { graceDays }) }),
}).handle(async ({ db, scopeId, at, actor }, { roles, graceDays }) => {
  await holdSignInRules(db, scopeId);
  const before = await signInRulesRow(db, scopeId);
  if (!before) throw fail.notFound('school');
  const today = dayOf(at);
  await setSecondFactorRule(db, scopeId, {
    roles,
    since: sinceOf(roles, before.second_factor_since as Record<string, string>, before.second_factor_roles, today),
    graceDays: graceDays ?? before.second_factor_grace_days,
  });
  if (actor.kind === 'person' && (await isShutOut(db, scopeId, actor, today))) throw shutsOut();
  return {};
});

/** Nothing is kept: whoever asks would have been stopped by it, and with them everybody who has no second factor yet. */
function shutsOut() {
  const message = 'This would shut you out at once: you hold one of these roles and have no second factor yourself.';
  return fail.invalid({
    code: 'shuts-you-out',
    message,
    remedy: 'Join a second factor to your own sign-in first, or give days of grace.',
    fields: [{ field: 'graceDays', message }],
  });
}
