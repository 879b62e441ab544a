// One's own page: how one signs, absences, password, second factors, sessions. Most of these have pages of their own.
import { redirect } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDays } from '#surfaces/web/say-time.ts';
import { done, isFresh, notFresh, nowOf, ZONE } from '../../answering.ts';
import { backTo, saidIn } from '../said.ts';
import { changePassword } from './change-password.ts';
import { saySessions } from './say-sessions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { locals, url } = event;
    const now = nowOf(event);
    const { session } = locals.me;
    const me = await locals.api.people.me({});
    const [digest, { tokens }, person, sessions, codes] = await Promise.all([
      locals.api.mail.readDigestChoice({}),
      locals.api.people.listTokens({}),
      locals.api.people.read({ personId: me.id }),
      session ? saySessions(event, session) : [],
      session ? locals.gatepost.signIn.recoveryCodes(session.loginId) : null,
    ]);
    const today = dayIn(now, ZONE);
    const label = new Map(locals.gatepost.words.responsibilities.map((one) => [one.value as string, one.label]));
    return {
      me,
      digest,
      today,
      said: saidIn(url),
      signInEmail: session?.email ?? '',
      holds: person.responsibilities
        .filter(({ held }) => held)
        .map(({ responsibility }) => label.get(responsibility) ?? responsibility),
      absences: person.absences.map((one) => ({ ...one, said: sayDays(one.startsOn, one.endsOn, today) })),
      tokens: tokens.filter(({ state }) => state === 'working').length,
      passkeys: session?.passkeys.length ?? 0,
      codesLeft: codes?.left ?? null,
      sessions,
    };
  });

const FRESH_MINUTES = 15;

export const actions: Actions = {
  signOff: (event) =>
    done(event, async ({ signOff = '' }) => {
      await event.locals.api.people.changeSignOff({ signOff: String(signOff) });
      backTo('/me', 'saved');
    }),
  digest: (event) =>
    done(event, async ({ schoolDaysOnly, ...input }) => {
      await event.locals.api.mail.chooseDigest({ ...input, schoolDaysOnly: schoolDaysOnly === true } as never);
      backTo('/me', 'saved');
    }),
  absence: (event) =>
    done(event, async ({ absences = [] }) => {
      const { actor, api } = event.locals;
      if (actor.kind !== 'person') return;
      await api.people.setAbsence({ personId: actor.personId, absences: absences as never });
      backTo('/me', 'absence');
    }),
  password: (event) =>
    done(event, async (input) => {
      const { session } = event.locals.me;
      if (!session) return;
      return (await changePassword(event, session, input)) ?? backTo('/me', 'password');
    }),
  removeApp: (event) =>
    done(event, async () => {
      const { session } = event.locals.me;
      if (!session) return;
      if (!isFresh(event, FRESH_MINUTES)) return notFresh();
      await event.locals.gatepost.signIn.disableTotp(session.loginId);
      backTo('/me', 'app-off');
    }),
  endSession: (event) =>
    done(event, async ({ sessionId }) => {
      const { locals } = event;
      const { session } = locals.me;
      // The sign-in asks for both ids, so nobody ends a session of somebody else.
      if (session) await locals.gatepost.signIn.endSession({ sessionId: String(sessionId), loginId: session.loginId });
      backTo('/me', 'signed-out');
    }),
  signOutEverywhere: (event) =>
    done(event, async () => {
      const { session } = event.locals.me;
      if (session) await event.locals.gatepost.signIn.signOutEverywhere(session.loginId);
      redirect(303, '/sign-in?after=everywhere');
    }),
};
