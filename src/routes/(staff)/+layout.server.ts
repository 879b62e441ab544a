// What every page of somebody signed in needs: who they are and where, and whether they must join a second factor first, or soon.
import { redirect } from '@sveltejs/kit';
import { dayIn } from '#surfaces/web/say-time.ts';
import { may } from '#surfaces/web/may.ts';
import { nowOf, passkeyAgain, ZONE } from '../answering.ts';
import { shutTo } from './policy/ways.ts';
import type { LayoutServerLoad } from './$types';

/** Joining a factor and changing school stay open to whoever must join one first. */
const OPEN_WITHOUT_FACTOR = ['/(staff)/me/app', '/(staff)/me/passkeys', '/(staff)/change-school'];

export const load: LayoutServerLoad = async ({ locals, route }) => {
  const { actor, me, gatepost } = locals;
  if (actor.kind !== 'person') redirect(303, '/sign-in');
  const here = me.memberships.find(({ schoolId }) => schoolId === actor.scopeId);
  const lead = actor.of === 'trust' ? me.leads.find(({ trustId }) => trustId === actor.scopeId) : undefined;
  const answersFor = gatepost.words.responsibilities.find(({ value }) => actor.roles.has(value))?.label;
  const due = here?.secondFactorDue ?? null;
  if (actor.factorMissing === true && !OPEN_WITHOUT_FACTOR.includes(route.id)) redirect(303, '/me/app');
  return {
    frame: {
      name: actor.name,
      jobTitle: (here ?? lead)?.jobTitle || answersFor || 'You',
      school: here?.schoolName ?? '',
      /** Of whoever belongs to no school: where they act. */
      onlyTrust: lead?.trustName ?? null,
      others: me.memberships
        .filter(({ schoolId }) => schoolId !== actor.scopeId)
        .map(({ schoolId, schoolName }) => ({ schoolId, schoolName })),
      leadsTrust: me.leads.length > 0,
      mayKeep: may(gatepost.registry, actor, 'schools.update'),
      /** Pages about the policy that are not for this person. */
      shut: shutTo((action) => may(gatepost.registry, actor, action)),
    },
    hasApp: me.session?.hasApp === true,
    byProvider: me.session?.byProvider === true,
    /** What the browser is asked for where somebody shows once more that it is them; null for whoever has no passkey. */
    passkey: await passkeyAgain(locals),
    factor:
      due === null ? null : { due, today: dayIn(nowOf({ locals }), ZONE), isMissing: actor.factorMissing === true },
  };
};
