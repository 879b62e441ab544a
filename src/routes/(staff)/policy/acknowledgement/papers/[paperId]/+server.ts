// Shows a sheet with signatures to somebody who may open it. Never anything but a picture.
import { error } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import type { RequestHandler } from './$types';

const TYPES = ['image/jpeg', 'image/png'];

export const GET: RequestHandler = (event) =>
  shown(event, async () => {
    const { actor, gatepost } = event.locals;
    if (actor.kind !== 'person') error(401, 'You are not signed in.');
    const { body, contentType } = await gatepost.papers.open(actor, event.params.paperId);
    if (!TYPES.includes(contentType)) error(415, 'This is not a picture.');
    return new Response(body as unknown as BodyInit, {
      headers: {
        'content-type': contentType,
        'content-disposition': 'inline',
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    });
  });
