// How far a round of invitations is: how many of how many, and who could not be invited and why.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf, keepers } from '#features/schools/index.ts';
import { itemRows, mailCounts, roundCounts, roundRow } from '../invitation-queries.ts';
import { personName } from '../person.ts';
import { DECIDING } from '../responsibilities.ts';

const SHOWN = 500;

export const readRound = defineAction({
  name: 'people.readRound',
  kind: 'read',
  summary: 'See how far a round of invitations is, and who could not be invited and why.',
  route: 'GET /invitation-rounds/{roundId}',
  scope: 'school',
  who: keepers,
  token: 'people:read',
  input: z.object({ roundId: z.uuid() }),
  output: z.object({
    way: z.enum(['mail', 'paper']),
    askedAt: z.string(),
    isYours: z.boolean().describe('Whether you asked for it: slips are shown to nobody else'),
    people: z.number(),
    waiting: z.number(),
    asked: z.number().describe('Handed to mail'),
    sent: z.number().describe('Letters that a mail server has taken'),
    cameBack: z.number(),
    ready: z.number().describe('Slips to print'),
    printed: z.number(),
    refused: z.number(),
    notInvited: z
      .array(
        z.object({ row: z.number(), personId: z.uuid(), name: z.string(), problem: z.string(), remedy: z.string() }),
      )
      .describe('The first five hundred'),
  }),
  controls: ['people.personal-login'],
}).handle(async ({ db, scopeId, at, actor }, { roundId }) => {
  const round = await roundRow(db, scopeId, roundId);
  if (!round) throw fail.notFound('round of invitations');
  const [counts, mail, refused] = await Promise.all([
    roundCounts(db, scopeId, roundId),
    mailCounts(db, scopeId, roundId),
    itemRows(db, scopeId, roundId, { state: 'refused', deciding: DECIDING, today: dayOf(at), limit: SHOWN }),
  ]);
  return {
    way: round.way === 'mail' ? 'mail' : 'paper',
    askedAt: round.asked_at,
    isYours: actor.kind === 'person' && actor.personId === round.asked_by,
    people: Object.values(counts).reduce((sum, count) => sum + count, 0),
    waiting: counts['waiting'] ?? 0,
    asked: counts['asked'] ?? 0,
    sent: mail.sent,
    cameBack: mail.failed,
    ready: counts['ready'] ?? 0,
    printed: counts['printed'] ?? 0,
    refused: counts['refused'] ?? 0,
    notInvited: refused.map((one) => ({
      row: one.n,
      personId: one.person_id,
      name: personName(one),
      problem: one.problem,
      remedy: one.remedy,
    })),
  };
});
