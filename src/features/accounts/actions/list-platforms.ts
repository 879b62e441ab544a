// The catalogue of platforms, with those that are retired.
import { z } from 'zod';
import { anySignedIn, either, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { settings } from '#features/policy/index.ts';
import { platformRefusal, platformShape } from '../account.ts';
import { platformRows } from '../platform-queries.ts';

export const listPlatforms = defineAction({
  name: 'accounts.listPlatforms',
  kind: 'read',
  summary: 'List the kinds of platform, what each allows, and which the policy allows.',
  route: 'GET /platforms',
  scope: 'school',
  who: either(anySignedIn, onlyOperator),
  token: 'accounts:read',
  input: z.object({}),
  output: z.object({
    platforms: z.array(
      platformShape.extend({ allowed: z.boolean().describe('The policy in force allows accounts on it') }),
    ),
  }),
  controls: ['accounts.catalogue', 'accounts.allowed-platforms'],
}).handle(async ({ db, scopeId, policy }) => {
  const [platforms, inForce] = await Promise.all([platformRows(db, scopeId), policy()]);
  const rule = inForce.ruling(settings.channels.allowedPlatforms);
  return {
    platforms: platforms.map((platform) => ({ ...platform, allowed: platformRefusal(platform, rule) === null })),
  };
});
