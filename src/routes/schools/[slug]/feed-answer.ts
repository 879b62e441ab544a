// Answers a feed reader: the feed, or that nothing changed since it last asked.
import type { RequestEvent } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';

type Format = Parameters<App.Locals['gatepost']['publicSchools']['feed']>[1];

export const answerFeed = (
  event: Pick<RequestEvent, 'locals' | 'request' | 'url'>,
  slug: string,
  format: Format,
): Promise<Response> =>
  shown(event, async () => {
    const feed = await event.locals.gatepost.publicSchools.feed(
      slug,
      format,
      event.request.headers.get('if-none-match'),
    );
    const headers = {
      etag: feed.etag,
      'last-modified': feed.lastModified,
      'cache-control': 'public, max-age=300',
      'access-control-allow-origin': '*',
    };
    if (feed.unchanged) return new Response(null, { status: 304, headers });
    return new Response(feed.body, { headers: { ...headers, 'content-type': feed.contentType } });
  });
