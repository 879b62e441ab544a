// Your own access tokens, without their secrets.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { inPerson } from '../access.ts';
import { tokenRows } from '../link-queries.ts';

export const listTokens = defineAction({
  name: 'people.listTokens',
  kind: 'read',
  summary: 'List your own access tokens.',
  route: 'GET /me/tokens',
  scope: 'school',
  who: inPerson,
  input: z.object({}),
  output: z.object({
    tokens: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        scopes: z.array(z.string()),
        createdAt: z.string(),
        expiresAt: z.string(),
        state: z.enum(['working', 'revoked', 'expired']),
      }),
    ),
  }),
}).handle(async ({ db, scopeId, personId, now }) => {
  const rows = await tokenRows(db, scopeId, personId);
  return {
    tokens: rows.map((row) => ({
      id: row.id,
      name: row.name,
      scopes: row.scopes,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      state: row.revoked_at !== null ? 'revoked' : Date.parse(row.expires_at) > Date.parse(now) ? 'working' : 'expired',
    })),
  };
});
