// Who has not come yet: since when they are invited, by which way, and whether the letter came back.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { dayOf, keepers } from '#features/schools/index.ts';
import { knownTypes } from '../access.ts';
import { hasMail, lastRounds, notComeRows } from '../invitation-queries.ts';
import { personName } from '../person.ts';
import { WORKING_TYPES } from '../person-types.ts';
import { DECIDING } from '../responsibilities.ts';

/** Further ones are counted; the whole school is not one page. */
const MOST = 500;

export const listNotCome = defineAction({
  name: 'people.listNotCome',
  kind: 'read',
  summary: 'List who works here and cannot sign in yet, with when and how they were invited.',
  route: 'GET /people/not-come',
  scope: 'school',
  who: keepers,
  token: 'people:read',
  input: z.object({ type: z.enum(WORKING_TYPES).optional().describe('Only people of this kind') }),
  output: z.object({
    people: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        jobTitle: z.string(),
        types: z.array(z.string()),
        email: z.string(),
        decides: z.boolean().describe('Their link goes to their own address only'),
        invitedAt: z.string().nullable(),
        expiresAt: z.string().nullable(),
        way: z.enum(['mail', 'paper', 'by-hand']).nullable(),
        state: z.enum(['never', 'open', 'over', 'came-back']),
      }),
    ),
    total: z.number().describe('How many there are; the first five hundred are listed'),
    hasMail: z.boolean(),
    rounds: z.array(
      z.object({
        id: z.uuid(),
        way: z.enum(['mail', 'paper']),
        askedAt: z.string(),
        people: z.number(),
        waiting: z.number(),
      }),
    ),
  }),
  controls: ['people.personal-login'],
}).handle(async ({ db, scopeId, at, now, actor }, { type }) => {
  const [rows, mail, rounds] = await Promise.all([
    notComeRows(db, scopeId, { today: dayOf(at), now, type: type ?? null, deciding: DECIDING }),
    hasMail(db),
    lastRounds(db, scopeId, 5),
  ]);
  return {
    people: rows.slice(0, MOST).map((row) => ({
      id: row.id,
      name: personName(row),
      jobTitle: row.job_title,
      types: knownTypes(actor, row.types),
      email: row.email,
      decides: row.decides,
      invitedAt: row.invited_at,
      expiresAt: row.expires_at,
      way: row.invited_at === null ? null : (row.way ?? ('by-hand' as const)),
      state:
        row.invited_at === null
          ? ('never' as const)
          : row.bounced
            ? ('came-back' as const)
            : row.is_open
              ? ('open' as const)
              : ('over' as const),
    })),
    total: rows.length,
    hasMail: mail,
    rounds: rounds.map(({ id, way, asked_at, people, waiting }) => ({ id, way, askedAt: asked_at, people, waiting })),
  };
});
