// Before every page: who is asking, and what every answer must carry.
import { redirect } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import type { App as Gatepost } from '#main/compose.ts';
import { problemOf, internalProblem } from '#surfaces/web/problem.ts';

/** Where `serve` leaves the application for these pages. */
const APP = Symbol.for('gatepost.app');
const SCHOOL_COOKIE = 'gatepost.school';
/** Where a second factor is joined: also by whoever acts for a trust and belongs to no school. */
const OF_EVERY_LOGIN = ['/(staff)/me/app', '/(staff)/me/passkeys', '/(staff)/me/recovery-codes'];

const running = () => (globalThis as Record<symbol, unknown>)[APP] as Gatepost | undefined;

export const init: ServerInit = () => {
  if (!running()) throw new Error('Start Gatepost with: npm start');
};

export const handle: Handle = async ({ event, resolve }) => {
  const { locals, cookies, request } = event;
  const gatepost = running()!;
  locals.gatepost = gatepost;
  if (event.platform) gatepost.metrics?.named(event.platform.req, event.route.id ?? 'none');
  locals.me = await gatepost.identify.bySession(request.headers.get('cookie'), cookies.get(SCHOOL_COOKIE) ?? null);
  const lead = locals.me.leads[0]?.actor;
  const route = event.route.id ?? '';
  const isTrust = route.startsWith('/(trust)');
  const isOwn = locals.me.actor.kind !== 'person' && OF_EVERY_LOGIN.includes(route);
  locals.actor = lead && (isTrust || isOwn) ? lead : locals.me.actor;
  locals.api = gatepost.as(locals.actor);
  if ((isTrust || route.startsWith('/(staff)')) && locals.actor.kind !== 'person') {
    // Whoever acts for a trust need not belong to one of its schools.
    if (lead) redirect(303, '/trust/policy');
    redirect(303, `/sign-in?next=${encodeURIComponent(event.url.pathname + event.url.search)}`);
  }
  const response = await resolve(event);
  const { headers } = response;
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'same-origin');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  if (gatepost.origin.startsWith('https:')) headers.set('strict-transport-security', 'max-age=31536000');
  if (locals.actor.kind === 'person' && !headers.has('cache-control')) headers.set('cache-control', 'no-store');
  return response;
};

/** Failures of ours keep their words; anything else is logged in full and told in general. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return;
  const problem = problemOf(error);
  if (!problem) running()!.log.error('A page failed.', { error, path: event.url.pathname });
  const said = problem ?? internalProblem();
  return { status: said.status, message: said.message, problem: said };
};
