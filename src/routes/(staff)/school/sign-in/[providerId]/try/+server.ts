// The way to a provider that an administrator tries: what comes back is shown on the provider's page, and changes nothing else.
import { redirect } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import { giveCookies } from '#surfaces/web/give-cookies.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  shown(event, async () => {
    const { locals, params, cookies } = event;
    const left = await locals.gatepost.doors.providers.toTry(params.providerId, locals.me);
    giveCookies(cookies, left.cookies);
    redirect(303, left.to, { external: true });
  });
