// Say which roles must show a second factor when they sign in.
import { z } from 'zod';
import { either, holding, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { setSecondFactorRolesOf } from '../queries.ts';

export const setSecondFactorRoles = defineAction({
  name: 'schools.setSecondFactorRoles',
  kind: 'write',
  summary: 'Say which roles must show a second factor when they sign in.',
  route: 'PUT /school/second-factor-roles',
  scope: 'school',
  who: either(
    holding('the headteacher or the system administrator', 'headteacher', 'system-administrator'),
    onlyOperator,
  ),
  freshFactorMinutes: 240,
  input: z.object({ roles: z.array(z.string().max(40)).max(40) }),
  output: z.object({}),
  about: ({ roles }) => ({ roles }),
}).handle(async ({ db, scopeId }, { roles }) => {
  await setSecondFactorRolesOf(db, scopeId, roles);
  return {};
});
