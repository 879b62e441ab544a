// The certificate of an adopted version as PDF.
import { error } from '@sveltejs/kit';
import { inFours } from '#ui/in-fours.ts';
import { printedPdf } from '#surfaces/pdf/printed-pdf.ts';
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDay, sayMoment } from '#surfaces/web/say-time.ts';
import { nowOf, ZONE } from '../../../../../answering.ts';
import { certificateOf } from './certificate.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  shown(event, async () => {
    const { api } = event.locals;
    const [adoption, { name }, { responsible }] = await Promise.all([
      api.adoption.read({ adoptionId: event.params.adoptionId }),
      api.schools.read({}),
      api.policy.read({}),
    ]);
    if (!adoption.version) error(404, 'It is not adopted, so there is no certificate yet.');
    const now = nowOf(event);
    const today = dayIn(now, ZONE);
    const sayings = {
      day: (date: string) => sayDay(date, today),
      moment: (at: string) => sayMoment(at, ZONE, now),
      fingerprint: (digest: string) => inFours(digest.slice(0, 12)),
    };
    const pdf = await printedPdf(certificateOf(adoption, name, responsible, sayings, now));
    return new Response(new Uint8Array(pdf), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="adoption-version-${adoption.version.n}.pdf"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    });
  });
