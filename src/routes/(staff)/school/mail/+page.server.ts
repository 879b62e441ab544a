// Mail out: the server that letters go by, a test message with its diagnosis, and doing without mail again.
import { shown } from '#surfaces/web/answer.ts';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../answering.ts';
import { backTo, saidIn } from '../../said.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { locals, url } = event;
    const mail = await locals.api.mail.showServer({});
    const now = nowOf(event);
    const say = (moment: string) => sayMoment(moment, ZONE, now);
    return {
      said: saidIn(url),
      ...mail,
      preset: mail.presets.find(({ name }) => name === url.searchParams.get('preset')) ?? null,
      accepted: mail.acceptedAt === null ? null : say(mail.acceptedAt),
      oldest: mail.oldestDue === null ? null : say(mail.oldestDue),
      failing: mail.failing && { ...mail.failing, since: say(mail.failing.since), next: say(mail.failing.tryAgainAt) },
      lastTest: mail.lastTest && {
        ...mail.lastTest,
        at: say(mail.lastTest.at),
        isUnderWay: isUnderWay(mail.lastTest.state),
      },
    };
  });

const isUnderWay = (state: string): boolean => state === 'queued' || state === 'sending';

export const actions: Actions = {
  set: (event) =>
    done(event, async ({ password, ...input }) => {
      const given = typeof password === 'string' && password !== '' ? { password } : {};
      await event.locals.api.mail.setServer({ ...input, ...given } as never);
      backTo('/school/mail', 'mail-set');
    }),
  test: (event) =>
    done(event, async ({ to }) => {
      const { test } = await event.locals.api.mail.test(typeof to === 'string' && to !== '' ? { to } : {});
      await untilTried(event, test);
      backTo('/school/mail', 'mail-tried');
    }),
  remove: (event) =>
    done(event, async () => {
      await event.locals.api.mail.removeServer({});
      backTo('/school/mail', 'mail-removed');
    }),
};

/** A worker tries it, which takes seconds at most where anything answers; after that the page says that it is under way. */
async function untilTried({ locals }: RequestEvent, test: string): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const { lastTest } = await locals.api.mail.showServer({});
    if (lastTest === null || lastTest.test !== test || !isUnderWay(lastTest.state)) return;
  }
}
