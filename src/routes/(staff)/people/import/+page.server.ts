// Which kind of list is it?
import { error } from '@sveltejs/kit';
import { may } from '#surfaces/web/may.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  if (!may(locals.gatepost.registry, locals.actor, 'people.importPupils')) error(403);
  return { mayCarers: may(locals.gatepost.registry, locals.actor, 'people.importCarers') };
};
