// A picture, while a notice that stands on the board shows it.
import { shown } from '#surfaces/web/answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  shown(event, async () => {
    const { slug, mediaId } = event.params;
    const picture = await event.locals.gatepost.publicSchools.picture(slug, mediaId);
    const etag = `"${picture.sha256}"`;
    // Asked for anew each time: once its notice is taken down, it is gone.
    const headers = {
      etag,
      'cache-control': 'no-cache',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
    };
    if (event.request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
    return new Response(picture.body as unknown as BodyInit, {
      headers: { ...headers, 'content-type': picture.contentType, 'content-length': String(picture.bytes) },
    });
  });
