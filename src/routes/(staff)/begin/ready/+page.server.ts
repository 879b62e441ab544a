// The last step of set-up: what stands, and what is still missing.
import { shown } from '#surfaces/web/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api, me } = event.locals;
    const [pupils, heads, staff, policy, school] = await Promise.all([
      api.people.list({ type: 'pupil' }),
      api.people.list({ responsibility: 'headteacher' }),
      api.people.list({ type: 'staff' }),
      api.policy.read({}),
      api.schools.read({}),
    ]);
    return {
      policy: policy.title,
      hasRoll: pupils.people.length > 0,
      head: heads.people[0]?.name ?? null,
      colleagues: staff.people.length - 1,
      hasApp: me.session?.hasSecondFactor === true,
      hasYear: school.calendar.terms.length > 0,
      hasContacts: school.ownContacts.length > 0,
    };
  });
