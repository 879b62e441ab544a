// Lift a lock from a day: every school decides for itself again, and what it has stays as it is.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf, trustLeads } from '#features/schools/index.ts';
import { settingId } from '../change-input.ts';
import { mustBeAhead } from '../put-in-force.ts';
import { endLock } from '../trust/put-trust-version.ts';
import { holdTrustPolicy, isStanding, lockRows } from '../trust/queries.ts';

export const liftLock = defineAction({
  name: 'policy.liftLock',
  kind: 'write',
  summary: 'Lift a lock from a date: each school decides for itself again.',
  route: 'POST /trust/policy/locks/{settingId}/lift',
  scope: 'trust',
  who: trustLeads,
  freshFactorMinutes: 240,
  sealed: true,
  input: z.object({
    settingId,
    from: z.iso.date('Write the date as year-month-day.').optional().describe('From when; today if left out'),
    reason: z.string().trim().min(3, 'Write why, for the schools.').max(500, 'At most 500 characters.').describe('Why'),
  }),
  output: z.object({ liftedOn: z.string() }),
  errors: ['date-passed'],
  controls: ['policy.trust-lock'],
  about: ({ settingId: id }) => ({ setting: id }),
}).handle(async (context, { settingId: id, from, reason }) => {
  const { db, scopeId, at } = context;
  await holdTrustPolicy(db, scopeId);
  const today = dayOf(at);
  const wanted = from ?? today;
  mustBeAhead(wanted, today);
  const standing = (await lockRows(db, { trustId: scopeId }, id)).filter((row) => isStanding(row, today));
  if (standing.length === 0) throw fail.notFound('lock', { remedy: 'Look at the list of what is locked.' });
  let liftedOn = wanted;
  for (const row of standing) liftedOn = await endLock(context, row, wanted, reason);
  context.remark({ about: { trustLocks: standing.map((row) => row.id) }, detail: { reason } });
  return { liftedOn };
});
