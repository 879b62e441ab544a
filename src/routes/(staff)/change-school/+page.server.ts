// Goes over to another of one's schools. Who belongs where is read from the records; the choice opens nothing.
import { redirect } from '@sveltejs/kit';
import { done } from '../../answering.ts';
import { SCHOOL_COOKIE, schoolCookie } from '../../school-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, '/today');

/** Pages of one thing lie in one school; lists and forms exist in each. */
const EVERYWHERE = /^\/(today|posts|approvals|accounts|people|policy|school|me)$/;

export const actions: Actions = {
  default: (event) =>
    done(event, async ({ schoolId, back }) => {
      const { locals, cookies, url } = event;
      const mine = locals.me.memberships.find((one) => one.schoolId === schoolId);
      if (mine) cookies.set(SCHOOL_COOKIE, mine.schoolId, schoolCookie(url));
      redirect(303, typeof back === 'string' && EVERYWHERE.test(back) ? back : '/today');
    }),
};
