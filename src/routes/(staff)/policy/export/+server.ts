// A version, a draft or a model policy as a file: PDF, HTML, Markdown or YAML.
import { error } from '@sveltejs/kit';
import { printedPdf } from '#surfaces/pdf/printed-pdf.ts';
import { shown } from '#surfaces/web/answer.ts';
import { nowOf } from '../../../answering.ts';
import type { RequestHandler } from './$types';

const FORMS = {
  pdf: { as: 'print', ending: 'pdf', type: 'application/pdf' },
  html: { as: 'html', ending: 'html', type: 'text/html; charset=utf-8' },
  markdown: { as: 'markdown', ending: 'md', type: 'text/markdown; charset=utf-8' },
  yaml: { as: 'yaml', ending: 'yaml', type: 'application/yaml; charset=utf-8' },
} as const;

export const GET: RequestHandler = (event) =>
  shown(event, async () => {
    const { url, locals } = event;
    const wanted = url.searchParams.get('as') ?? '';
    if (!Object.hasOwn(FORMS, wanted)) error(404, 'There is no such page.');
    const form = FORMS[wanted as keyof typeof FORMS];
    const of = url.searchParams.get('of') ?? 'in-force';
    const { name, text, printed } = await locals.api.drafting.export({ of, as: form.as });
    const body = printed
      ? new Uint8Array(await printedPdf({ ...printed, language: 'en-GB', madeAt: nowOf(event) }))
      : text;
    return new Response(body, {
      headers: {
        'content-type': form.type,
        'content-disposition': `attachment; filename="${name}.${form.ending}"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    });
  });
