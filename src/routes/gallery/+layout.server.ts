// The gallery is for those who build pages; a school is not served it.
import { dev } from '$app/env';
import { error } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

/** Its parts change as one plays with them. */
export const csr = true;

export const load: LayoutServerLoad = () => {
  if (!dev) error(404);
};
