// The way back from a provider: on to wherever that leads, or a page that says why not and whom to ask.
import { redirect } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import { giveCookies } from '#surfaces/web/give-cookies.ts';
import { fromOf } from '../../../answering.ts';
import { SCHOOL_COOKIE, schoolCookie } from '../../../school-cookie.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { locals, params, url, cookies, request } = event;
    const browser = { cookieHeader: request.headers.get('cookie'), ...fromOf(event) };
    const back = await locals.gatepost.doors.providers.back(params.providerId, url.search, browser, locals.me);
    giveCookies(cookies, back.cookies);
    if (back.kind === 'refused') return { message: back.message, remedy: back.remedy, again: back.again };
    if (back.schoolId !== null) cookies.set(SCHOOL_COOKIE, back.schoolId, schoolCookie(url));
    redirect(303, back.to);
  });
