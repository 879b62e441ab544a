// Invite many people at once. The invitations are made one after the other afterwards, and each that cannot be is told why.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf } from '#features/schools/index.ts';
import { inviters } from '../access.ts';
import { hasMail, insertRound, notComeRows } from '../invitation-queries.ts';
import { inviteWaiting } from '../jobs/invite-waiting.ts';
import { WORKING_TYPES } from '../person-types.ts';
import { peopleByIds } from '../queries.ts';
import { DECIDING } from '../responsibilities.ts';

export const inviteMany = defineAction({
  name: 'people.inviteMany',
  kind: 'write',
  summary: 'Invite many people at once: by mail, or on slips to cut out and hand over.',
  route: 'POST /invitation-rounds',
  scope: 'school',
  who: inviters,
  freshFactorMinutes: 240,
  perMinute: 10,
  largeInput: true,
  input: z.object({
    way: z.enum(['mail', 'paper']),
    personIds: z
      .array(z.uuid())
      .max(10_000, 'At most ten thousand people at once.')
      .optional()
      .describe('These people; everybody who has not come yet where nothing is said'),
    type: z.enum(WORKING_TYPES).optional().describe('Everybody of this kind who has not come yet'),
  }),
  output: z.object({ roundId: z.uuid(), people: z.number() }),
  errors: ['nobody-chosen', 'no-mail-server'],
  controls: ['people.personal-login'],
  about: ({ way }, { roundId, people }) => ({ round: roundId, way, people }),
}).handle(async (context, { way, personIds, type }) => {
  const { db, scopeId, now, newId, personId } = context;
  if (way === 'mail' && !(await hasMail(db))) {
    throw fail.conflict({
      code: 'no-mail-server',
      message: 'No mail server is set, so nothing can be sent by mail.',
      remedy: 'Print slips instead, or have the system administrator set a mail server.',
    });
  }
  const chosen = await whom(context, personIds, type ?? null);
  if (chosen.length === 0) {
    const message = 'Nobody is chosen.';
    throw fail.invalid({
      code: 'nobody-chosen',
      message,
      remedy: 'Tick at least one person, or choose everybody who has not come yet.',
      fields: [{ field: 'personIds', message }],
    });
  }
  const roundId = newId();
  await insertRound(db, scopeId, { id: roundId, way, askedBy: personId }, chosen, now);
  context.enqueue(inviteWaiting, {}, { key: 'invite' });
  context.remark({ people: chosen });
  return { roundId, people: chosen.length };
});

async function whom(
  { db, scopeId, at, now }: Context,
  ids: readonly string[] | undefined,
  type: string | null,
): Promise<string[]> {
  if (ids === undefined) {
    const rows = await notComeRows(db, scopeId, { today: dayOf(at), now, type, deciding: DECIDING });
    return rows.map(({ id }) => id);
  }
  const here = new Set((await peopleByIds(db, scopeId, ids)).map(({ id }) => id));
  if (ids.some((id) => !here.has(id))) throw fail.notFound('person');
  return [...new Set(ids)];
}
