// The second step of signing in: a code from the authenticator app, a passkey, or a recovery code.
import { redirect } from '@sveltejs/kit';
import { giveCookies } from '#surfaces/web/give-cookies.ts';
import { ownPath } from '#surfaces/web/own-path.ts';
import { done, fromOf, lockedUntil, wrong } from '../../answering.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, request, url }) => {
  if (request.method === 'GET' && locals.actor.kind === 'person')
    redirect(303, ownPath(url.searchParams.get('next'), '/today'));
  const { signIn } = locals.gatepost;
  const passkey = signIn.passkeysWork ? await signIn.askForSecondStep(request.headers.get('cookie')) : null;
  return { passkey: passkey === null ? null : JSON.stringify(passkey), search: searchOf(url) };
};

export const actions: Actions = {
  code: (event) =>
    done(event, async (input) => {
      const code = String(input['code'] ?? '').trim();
      if (code === '') return wrong('code', 'Type the code.', input);
      const isSixFigures = /^[\d\s]+$/.test(code);
      if (isSixFigures && code.replaceAll(/\s/g, '').length !== 6)
        return wrong('code', 'The code has six figures.', input);
      const { signIn } = event.locals.gatepost;
      const step = { cookieHeader: event.request.headers.get('cookie'), code, ...fromOf(event) };
      const answer = isSixFigures ? await signIn.verifyTotp(step) : await signIn.verifyRecoveryCode(step);
      return entered(
        event,
        answer,
        isSixFigures
          ? 'That code is not right. Each one works once, for half a minute: wait for the next one and type that.'
          : 'That is no recovery code of yours that is still left. Each has ten letters and figures, and works once.',
      );
    }),
  passkey: (event) =>
    done(event, async (input) => {
      const answer = await event.locals.gatepost.signIn.verifyPasskey({
        cookieHeader: event.request.headers.get('cookie'),
        answer: String(input['answer'] ?? ''),
        ...fromOf(event),
      });
      return entered(event, answer, 'That is no passkey of yours. Try another, or type a code.');
    }),
};

type Answer = Awaited<ReturnType<App.Locals['gatepost']['signIn']['verifyTotp']>>;

function entered(event: RequestEvent, answer: Answer, wrongWords: string) {
  const next = ownPath(event.url.searchParams.get('next'), '/today');
  switch (answer.kind) {
    case 'session':
      giveCookies(event.cookies, answer.cookies);
      redirect(303, next);
    case 'expired':
      redirect(303, `/sign-in?next=${encodeURIComponent(next)}`);
    case 'locked':
      return wrong('code', lockedUntil(event, answer.until));
    case 'wrong':
      return wrong('code', wrongWords);
  }
}

/** Behind `?/code`, so that where one was going is not lost. */
const searchOf = (url: URL): string => `&next=${encodeURIComponent(ownPath(url.searchParams.get('next'), '/today'))}`;
