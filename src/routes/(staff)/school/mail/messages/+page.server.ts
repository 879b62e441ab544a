// The messages that wait, went out or did not, with what each server said; and trying one again.
import { shown } from '#surfaces/web/answer.ts';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../../answering.ts';
import { backTo, saidIn } from '../../../said.ts';
import type { Actions, PageServerLoad } from './$types';

const SHOWN = ['all', 'waiting', 'sent', 'failed'] as const;
const LEFT_TO_TRY = new Set(['queued', 'refused', 'bounced', 'given-up']);

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { locals, url } = event;
    const show = SHOWN.find((one) => one === url.searchParams.get('show')) ?? 'all';
    const after = url.searchParams.get('after');
    const { messages, next } = await locals.api.mail.list({
      show,
      ...(after === null ? {} : { after: after as never }),
    });
    const now = nowOf(event);
    return {
      said: saidIn(url),
      show,
      isFurther: after !== null,
      next: next === null ? null : `/school/mail/messages?${new URLSearchParams({ show, after: next })}`,
      messages: messages.map((one) => ({
        ...one,
        at: sayMoment(one.settledAt ?? one.askedAt, ZONE, now),
        due: one.state === 'queued' && one.dueAt > now ? sayMoment(one.dueAt, ZONE, now) : null,
        mayTry: LEFT_TO_TRY.has(one.state),
      })),
    };
  });

export const actions: Actions = {
  again: (event) =>
    done(event, async ({ messageId }) => {
      await event.locals.api.mail.sendAgain({ messageId: String(messageId) });
      backTo('/school/mail/messages', 'mail-again');
    }),
};
