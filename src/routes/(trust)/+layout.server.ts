// What every page of whoever acts for a trust needs: for which trust, and the way back to their schools.
import { error, redirect } from '@sveltejs/kit';
import { passkeyAgain } from '../answering.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => {
  const { actor, me } = locals;
  const lead = me.leads.find(({ trustId }) => trustId === actor.scopeId);
  if (actor.kind !== 'person' || !lead) error(403, 'Only whoever leads the trust may look here.');
  if (actor.factorMissing === true) redirect(303, '/me/app');
  return {
    frame: {
      name: actor.name,
      jobTitle: lead.jobTitle || 'For the trust',
      trust: lead.trustName,
      belongs: me.memberships.length > 0,
    },
    hasApp: me.session?.hasApp === true,
    byProvider: me.session?.byProvider === true,
    /** What the browser is asked for where somebody shows once more that it is them; null for whoever has no passkey. */
    passkey: await passkeyAgain(locals),
  };
};
