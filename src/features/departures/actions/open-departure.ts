// Tell the headteacher of a departure from the policy: of what has happened, or of what somebody proposes to do.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { settings } from '#features/policy/index.ts';
import { clauseIdSchema, clauseInForce } from '#features/questions/index.ts';
import { schoolRow } from '#features/schools/index.ts';
import { deciders } from '../deciders.ts';
import { hashOf } from '../departure.ts';
import { momentOf } from '../moment.ts';
import { putTo } from '../put-to.ts';
import { insertDeparture } from '../queries.ts';

const told = (least: number, most: number, empty: string) => z.string().trim().min(least, empty).max(most);

export const openDeparture = defineAction({
  name: 'departures.open',
  kind: 'write',
  summary: 'Tell the headteacher of a departure from the policy, before or after it.',
  route: 'POST /policy/departures',
  scope: 'school',
  who: anySignedIn,
  perMinute: 20,
  input: z.object({
    kind: z.enum(['beforehand', 'afterwards'], 'Say whether it has happened.'),
    clauseId: clauseIdSchema.describe('The clause departed from'),
    on: z.iso.date('Write the day as year-month-day.').describe('The day, in the school’s own zone'),
    time: z.iso
      .time({ precision: -1, error: 'Write the time as 14:30.' })
      .describe('The time, in the school’s own zone'),
    untilOn: z.iso
      .date('Write the day as year-month-day.')
      .nullable()
      .default(null)
      .describe('Beforehand only: the last day for which leave is asked'),
    action: told(5, 4000, 'Say what was done, or what you propose to do.'),
    justification: told(5, 4000, 'Say why: this is what the headteacher decides on.'),
    advice: z.string().trim().max(500).default('').describe('Whose advice was taken, if anybody’s'),
  }),
  output: z.object({ departureId: z.string(), deciders: z.array(z.string()) }),
  errors: ['no-such-clause', 'time-not-possible', 'no-departures'],
  controls: ['policy.departure'],
  about: ({ clauseId, kind, on }, { departureId }) => ({
    departure: departureId,
    clause: clauseId,
    kind,
    ...(kind === 'afterwards' && { happened: on }),
  }),
}).handle(async (context, input) => {
  const { db, scopeId, personId, at, now } = context;
  const [policy, school, { versionId }] = await Promise.all([
    context.policy(),
    schoolRow(db, scopeId),
    clauseInForce(context, input.clauseId),
  ]);
  const { kind, clauseId, untilOn, action, justification, advice } = input;
  const allowed = policy.ruling(settings.deviation.enabled);
  // What has happened is always told; leave is given only by a policy that knows of it.
  if (!allowed.value && kind === 'beforehand') {
    throw fail.refused({
      code: 'no-departures',
      message: 'This policy gives no leave to depart from it.',
      remedy: 'Ask a question about the clause instead, and wait for the answer.',
      clauses: allowed.clauses,
    });
  }
  const happensAt = momentOf({ ...input, untilOn }, school?.zone ?? 'Europe/London', at);
  const departureId = context.newId();
  const written = { kind, clauseId, happensAt, untilOn, action, justification, advice };
  await insertDeparture(
    db,
    scopeId,
    { ...written, id: departureId, policyVersionId: versionId, openedBy: personId },
    now,
  );
  const approvers = (await deciders(context, policy))(personId);
  const put = {
    departureId,
    openedBy: personId,
    hash: hashOf({ ...written, replies: [] }),
    policyVersionId: versionId,
  };
  await putTo(context, { ...put, clauses: policy.clausesOf('policy.departure') }, approvers);
  context.remark({
    clauses: [clauseId, ...policy.clausesOf('policy.departure')],
    detail: { action, justification, advice },
  });
  return { departureId, deciders: approvers.map(({ name }) => name) };
});
