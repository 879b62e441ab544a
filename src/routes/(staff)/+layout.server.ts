// What every page of somebody signed in needs: who they are and where, and whether they must join an authenticator app first.
import { redirect } from '@sveltejs/kit';
import { may } from '#surfaces/web/may.ts';
import type { LayoutServerLoad } from './$types';

/** Joining the app, leaving and changing school stay open to whoever must join the app first. */
const OPEN_WITHOUT_APP = ['/(staff)/me/app', '/(staff)/change-school'];

export const load: LayoutServerLoad = async ({ locals, route }) => {
  const { actor, me, gatepost } = locals;
  if (actor.kind !== 'person') redirect(303, '/sign-in');
  const here = me.memberships.find(({ schoolId }) => schoolId === actor.scopeId);
  const hasApp = me.session?.hasSecondFactor === true;
  const mustHaveApp = here?.secondFactorRoles.some((role) => actor.roles.has(role)) === true;
  if (!hasApp && mustHaveApp && !OPEN_WITHOUT_APP.includes(route.id)) redirect(303, '/me/app');
  return {
    frame: {
      name: actor.name,
      jobTitle: here?.jobTitle || 'You',
      school: here?.schoolName ?? '',
      others: me.memberships
        .filter(({ schoolId }) => schoolId !== actor.scopeId)
        .map(({ schoolId, schoolName }) => ({ schoolId, schoolName })),
      mayKeep: may(gatepost.registry, actor, 'schools.update'),
    },
    hasApp,
  };
};
