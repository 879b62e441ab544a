// A sign-in link of the demo. In every other installation there is no such page.
import { error, redirect } from '@sveltejs/kit';
import { giveCookies } from '#surfaces/web/give-cookies.ts';
import { fromOf } from '../../answering.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { locals, params, cookies, request } = event;
  const followed = await locals.gatepost.demo?.follow(params.key, {
    cookieHeader: request.headers.get('cookie'),
    ...fromOf(event),
  });
  if (!followed) error(404, 'There is no such page.');
  giveCookies(cookies, followed.cookies);
  redirect(303, followed.next);
};
