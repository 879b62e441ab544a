// Somebody’s dates, for their calendar program. The address is the secret: it stands in no page, and no search engine keeps it.
import { error } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  shown(event, async () => {
    const found = await event.locals.gatepost.doors.calendarFeed(event.params.token);
    if (!found) throw error(404, 'There is no such calendar. Its address may have been taken back.');
    const headers = {
      etag: found.etag,
      'cache-control': 'private, max-age=3600',
      'x-robots-tag': 'noindex',
    };
    if (event.request.headers.get('if-none-match') === found.etag) return new Response(null, { status: 304, headers });
    return new Response(found.body, { headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8' } });
  });
