// The evidence of one clause or of all, as a file: CSV, JSON or PDF.
import { shown } from '#surfaces/web/answer.ts';
import { csvOf } from '#surfaces/web/csv.ts';
import { printedPdf } from '#surfaces/pdf/printed-pdf.ts';
import type { PrintedDocument } from '#surfaces/pdf/printed-document.ts';
import { askedDays } from '../evidence-words.ts';
import type { RequestHandler } from './$types';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
} as const;

export const GET: RequestHandler = (event) =>
  shown(event, async () => {
    const { url, locals } = event;
    const wanted = url.searchParams.get('as') ?? 'json';
    const as = wanted in TYPES ? (wanted as keyof typeof TYPES) : 'json';
    const clauseId = url.searchParams.get('clause') ?? '';
    const file = await locals.api.evidence.exportEvidence({
      as,
      ...askedDays(url),
      ...(clauseId === '' ? {} : { clauseId }),
    });
    const body =
      as === 'csv'
        ? csvOf(file.table ?? [])
        : as === 'pdf'
          ? new Uint8Array(await printedPdf(file.paper as PrintedDocument))
          : `${JSON.stringify(file.evidence, null, 2)}\n`;
    return new Response(body, {
      headers: {
        'content-type': TYPES[as],
        'content-disposition': `attachment; filename="${file.name}.${as}"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    });
  });
