// Entering somebody in the directory by hand.
import { error } from '@sveltejs/kit';
import { may } from '#surfaces/web/may.ts';
import { done } from '../../../answering.ts';
import { backTo } from '../../said.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  if (!may(locals.gatepost.registry, locals.actor, 'people.add')) error(403);
  return { types: locals.gatepost.words.types };
};

export const actions: Actions = {
  default: (event) =>
    done(event, async (input) => {
      const { personId } = await event.locals.api.people.add({ types: [], ...input } as never);
      backTo(`/people/${personId}`, 'added');
    }),
};
