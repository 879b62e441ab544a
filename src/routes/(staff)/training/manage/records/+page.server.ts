// Taught sessions with who was there, and certificates that people brought.
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDay } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../../answering.ts';
import { backTo, saidIn } from '../../../said.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const records = await event.locals.api.training.listRecords({});
    const today = dayIn(nowOf(event), ZONE);
    return {
      said: saidIn(event.url),
      today,
      adults: records.adults,
      modules: records.modules,
      sessions: records.sessions.map((one) => ({ ...one, held: sayDay(one.heldOn, today) })),
      certificates: records.certificates.map((one) => ({
        ...one,
        issued: sayDay(one.issuedOn, today),
        expires: one.expiresOn === null ? '' : sayDay(one.expiresOn, today),
      })),
    };
  });

const records = '/training/manage/records';

export const actions: Actions = {
  session: (event) =>
    done(event, async (input) => {
      await event.locals.api.training.recordSession({ attended: [], ...input } as never);
      backTo(records, 'training-recorded');
    }),
  certificate: (event) =>
    done(event, async (input) => {
      await event.locals.api.training.recordCertificate(input as never);
      backTo(records, 'training-recorded');
    }),
};
