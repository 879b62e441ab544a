// Make a personal access token for a program of your own. It is shown once; we keep only its SHA-256.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { titleLine } from '#kernel/written-line.ts';
import { inPerson } from '../access.ts';
import { insertToken } from '../link-queries.ts';
import { newSecret } from '../one-time-link.ts';
import { tokenScopes } from '../token-scopes.ts';

export const makeToken = defineAction({
  name: 'people.makeToken',
  kind: 'write',
  secretAnswer: true,
  summary: 'Make a personal access token for a program of your own.',
  route: 'POST /me/tokens',
  scope: 'school',
  who: inPerson,
  freshFactorMinutes: 30,
  input: z.object({
    name: titleLine(60)
      .refine((text) => text !== '', 'Say what it is for.')
      .describe('What it is for, in your own words'),
    scopes: z.array(z.enum(tokenScopes)).min(1, 'Choose what it may do.').max(tokenScopes.length),
    days: z.number().int().min(1, 'At least a day.').max(365, 'At most 365 days.').describe('How long it works'),
  }),
  output: z.object({
    tokenId: z.uuid(),
    token: z.string().describe('Shown this once'),
    expiresAt: z.string(),
  }),
  about: ({ scopes, days }, { tokenId }) => ({ token: tokenId, scopes, days }),
}).handle(async ({ db, scopeId, personId, newId, at, now }, { name, scopes, days }) => {
  const { secret, sha256 } = newSecret('gp_');
  const id = newId();
  const expiresAt = at.add({ hours: days * 24 }).toString();
  await insertToken(
    db,
    scopeId,
    { id, personId, name, tokenSha256: sha256, scopes: [...new Set(scopes)], expiresAt },
    now,
  );
  return { tokenId: id, token: secret, expiresAt };
});
