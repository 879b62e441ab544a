// One signature as a file that proves itself: `gatepost signature verify FILE` on any machine.
import { shown } from '#surfaces/web/answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  shown(event, async () => {
    const file = await event.locals.api.signatures.export({ signatureId: event.params.signatureId });
    return new Response(`${JSON.stringify(file, null, 2)}\n`, {
      headers: {
        'content-type': 'application/json',
        'content-disposition': `attachment; filename="signature-${file.signature.id}.json"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    });
  });
