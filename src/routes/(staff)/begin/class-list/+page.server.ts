// The third step of set-up is the import of a class list, as it will be done ever after.
import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, '/people/import/class-list?begin');
