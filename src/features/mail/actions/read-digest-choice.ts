// Whether, when and on which days you get the digest.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { choiceRow } from '../digest-queries.ts';
import { DEFAULT_CHOICE } from '../digest-time.ts';
import { serverInUse } from '../server-queries.ts';

export const readDigestChoice = defineAction({
  name: 'mail.readDigestChoice',
  kind: 'read',
  summary: 'Say whether and when you get the daily mail.',
  route: 'GET /me/digest',
  scope: 'school',
  who: anySignedIn,
  input: z.object({}),
  output: z.object({
    digest: z.enum(['daily', 'off']),
    at: z.string(),
    schoolDaysOnly: z.boolean(),
    isMailSet: z.boolean().describe('Whether this school sends mail at all'),
  }),
  controls: ['mail.own-digest'],
}).handle(async ({ db, scopeId, personId }) => {
  const [row, server] = await Promise.all([choiceRow(db, scopeId, personId), serverInUse(db)]);
  return {
    digest: row ? (row.digest === 'off' ? 'off' : 'daily') : DEFAULT_CHOICE.digest,
    at: row?.digest_at ?? DEFAULT_CHOICE.at,
    schoolDaysOnly: row?.school_days_only ?? DEFAULT_CHOICE.schoolDaysOnly,
    isMailSet: server !== null,
  };
});
