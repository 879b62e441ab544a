// One's passkeys: those there are, one more, one less.
import { redirect } from '@sveltejs/kit';
import { giveCookies } from '#surfaces/web/give-cookies.ts';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { shown } from '#surfaces/web/answer.ts';
import { done, fromOf, isFresh, notFresh, nowOf, wrong, ZONE } from '../../../answering.ts';
import { backTo, saidIn } from '../../said.ts';
import type { Actions, PageServerLoad } from './$types';

/** To begin, and to end: the browser takes its time in between. */
const FRESH_MINUTES = 10;
const STILL_FRESH_MINUTES = 20;
const NAME_LONGEST = 60;

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { locals, url } = event;
    const { session } = locals.me;
    if (!session) redirect(303, '/sign-in?next=/me/passkeys');
    const { signIn } = locals.gatepost;
    const now = nowOf(event);
    const passkeys = await signIn.passkeys(session.loginId);
    const wanted = signIn.passkeysWork ? await signIn.askForNew(session) : null;
    return {
      said: saidIn(url),
      mustProve: !isFresh(event, FRESH_MINUTES),
      wanted: wanted === null ? null : JSON.stringify(wanted),
      isOnlyFactor: passkeys.length === 1 && !session.hasApp,
      passkeys: passkeys.map((one) => ({
        id: one.id,
        name: one.name,
        synced: one.synced,
        added: sayMoment(one.addedAt.toString(), ZONE, now),
        used: one.usedAt === null ? null : sayMoment(one.usedAt.toString(), ZONE, now),
      })),
    };
  });

export const actions: Actions = {
  add: (event) =>
    done(event, async (input) => {
      const { session } = event.locals.me;
      if (!session) redirect(303, '/sign-in?next=/me/passkeys');
      const name = String(input['name'] ?? '').trim();
      if (name === '') return wrong('name', 'Give it a name that you will know it by.', input);
      if (name.length > NAME_LONGEST) return wrong('name', `At most ${NAME_LONGEST} characters.`, input);
      // Whoever finds a session left open must not be able to add their own.
      if (!isFresh(event, STILL_FRESH_MINUTES)) return notFresh(input);
      const isFirst = !session.hasSecondFactor;
      const answer = await event.locals.gatepost.signIn.addPasskey({
        session,
        answer: String(input['answer'] ?? ''),
        name,
        ip: fromOf(event).ip,
      });
      switch (answer.kind) {
        case 'shown':
          giveCookies(event.cookies, answer.cookies);
          return isFirst ? backTo('/me/recovery-codes', 'passkey-on') : backTo('/me/passkeys', 'passkey-on');
        case 'locked':
        case 'wrong':
          return wrong('name', 'The browser’s answer was not right. Try once more.', input);
        case 'expired':
          return wrong('name', 'That took too long. Try once more.', input);
        case 'taken':
          return wrong('name', 'This passkey is joined already.', input);
        case 'ended':
          return redirect(303, '/sign-in?next=/me/passkeys');
      }
    }),
  prove: (event) => done(event, async () => (isFresh(event, 1) ? backTo('/me/passkeys', 'proved') : notFresh())),
  remove: (event) =>
    done(event, async (input) => {
      const { session } = event.locals.me;
      if (!session) redirect(303, '/sign-in?next=/me/passkeys');
      if (!isFresh(event, STILL_FRESH_MINUTES)) return notFresh(input);
      const passkeyId = String(input['passkeyId'] ?? '');
      await event.locals.gatepost.signIn.removePasskey({ loginId: session.loginId, passkeyId });
      return backTo('/me/passkeys', 'passkey-off');
    }),
};
