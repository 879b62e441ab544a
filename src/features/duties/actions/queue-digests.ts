// Put together the digest of a few people: what waits for each, counted as they would see it themselves, and what is new.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import type { PersonActor } from '#kernel/actor.ts';
import type { Context } from '#kernel/context.ts';
import { queueDigest } from '#features/mail/index.ts';
import { dayOf, rolesOf } from '#features/people/index.ts';
import { findDuties } from '../find-duties.ts';

export const queueDigests = defineAction({
  name: 'duties.queueDigests',
  kind: 'write',
  summary: 'Put together the daily mail of a few people.',
  route: 'POST /today/digests',
  scope: 'school',
  who: onlySystem,
  input: z.object({ personIds: z.array(z.uuid()).max(50) }),
  output: z.object({ queued: z.number() }),
  controls: ['mail.own-digest', 'duties.today'],
  about: (_, { queued }) => ({ queued }),
}).handle(async (context, { personIds }) => {
  let queued = 0;
  for (const personId of personIds) {
    const duties = await findDuties(await asPerson(context, personId));
    const overdue = duties.filter(({ urgency }) => urgency === 'overdue').length;
    if (await queueDigest(context, personId, { waiting: duties.length, overdue })) queued += 1;
  }
  context.remark({ people: personIds });
  return { queued };
});

/** The same transaction, looked at as that person; what is written is still written by Gatepost itself. */
async function asPerson(context: Context, personId: string): Promise<Context> {
  const { db, scopeId, at, now, controls } = context;
  const actor: PersonActor = {
    kind: 'person',
    scopeId,
    loginId: personId,
    personId,
    name: '',
    roles: new Set(await rolesOf(db, scopeId, personId, dayOf(at))),
    via: 'session',
    credentialId: personId,
    factorAt: null,
    scopes: null,
  };
  const { newId, lock, actions, policy, remark, emit, enqueue } = context;
  return { actor, at, now, db, scopeId, personId, newId, lock, controls, actions, policy, remark, emit, enqueue };
}
