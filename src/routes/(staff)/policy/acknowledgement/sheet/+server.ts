// The sheet that people sign by hand: the words, the version with its fingerprint, and a line for each name. As PDF.
import { printedPdf } from '#surfaces/pdf/printed-pdf.ts';
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDay } from '#surfaces/web/say-time.ts';
import { nowOf, ZONE } from '../../../../answering.ts';
import { filtersOf } from '../filters.ts';
import { sheetOf } from './sheet.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  shown(event, async () => {
    const { state: _state, ...filters } = filtersOf(event.url);
    const sheet = await event.locals.api.acknowledgement.readSheet(filters as never);
    const now = nowOf(event);
    const pdf = await printedPdf(sheetOf(sheet, sayDay(sheet.effectiveOn, dayIn(now, ZONE)), now));
    return new Response(new Uint8Array(pdf), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="policy-version-${sheet.n}-signatures.pdf"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    });
  });
