// My own signature as one file: text, facts, ledger entry and seal, which anybody can verify without us.
import { shown } from '#surfaces/web/answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  shown(event, async () => {
    const { signatureId } = event.params;
    const file = await event.locals.api.signatures.export({ signatureId });
    return new Response(JSON.stringify(file, null, 2), {
      headers: {
        'content-type': 'application/json',
        'content-disposition': `attachment; filename="signature-${signatureId}.json"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    });
  });
