// The gallery is for those who build pages; a school is not served it.
import { dev } from '$app/env';
import { error } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = () => {
  if (!dev) error(404);
};
