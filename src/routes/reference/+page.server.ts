// The reference of the API, made from the registry: the same for everybody, signed in or not.
import { readableReference } from '#surfaces/web/reference.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({
  ...readableReference(locals.gatepost.registry),
  origin: locals.gatepost.origin,
});
