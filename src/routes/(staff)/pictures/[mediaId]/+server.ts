// Shows a picture to somebody who may read it: `?size=thumbnail`, or whole. Never anything but a picture.
import { error } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import type { RequestHandler } from './$types';

const TYPES = ['image/jpeg', 'image/png'];

export const GET: RequestHandler = (event) =>
  shown(event, async () => {
    const { locals, params, url } = event;
    const { actor, gatepost } = locals;
    if (actor.kind !== 'person') error(401, 'You are not signed in.');
    const size = url.searchParams.get('size') === 'thumbnail' ? 'thumbnail' : 'full';
    const { body, contentType } = await gatepost.pictures.open(actor, params.mediaId, size);
    if (!TYPES.includes(contentType)) error(415, 'This is not a picture.');
    return new Response(body as unknown as BodyInit, {
      headers: {
        'content-type': contentType,
        'content-disposition': 'inline',
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, max-age=3600',
      },
    });
  });
