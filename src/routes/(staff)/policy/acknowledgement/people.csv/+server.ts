// The list as a file for spreadsheets, as the page’s filters have it.
import { shown } from '#surfaces/web/answer.ts';
import { csvOf } from '#surfaces/web/csv.ts';
import { filtersOf, STATE_LABELS } from '../filters.ts';
import type { RequestHandler } from './$types';

const HEAD = ['Name', 'Job title or class', 'Groups', 'Way', 'State', 'Due', 'Done', 'How', 'Asked', 'Line manager'];

export const GET: RequestHandler = (event) =>
  shown(event, async () => {
    const filters = filtersOf(event.url);
    const { n, people } = await event.locals.api.acknowledgement.list({ ...filters, limit: 10_000 } as never);
    const rows = people.map((one) => [
      one.name,
      one.jobTitle || one.className,
      one.groups.join(' '),
      one.kind,
      STATE_LABELS[one.state],
      one.due ?? '',
      one.doneOn ?? '',
      one.recordedBy ? `on paper, recorded by ${one.recordedBy}` : one.elsewhere ? `at ${one.elsewhere}` : '',
      String(one.reminded),
      one.lineManager ?? '',
    ]);
    return new Response(csvOf([HEAD, ...rows]), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="policy-version-${n}-confirmed.csv"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    });
  });
