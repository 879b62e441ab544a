// The bare address: on to Today, to signing in, or, before anything is set up, to the words that say what to do.
import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  if (locals.actor.kind === 'person') redirect(303, '/today');
  if (await locals.gatepost.doors.isSetUp()) redirect(303, '/sign-in');
};
