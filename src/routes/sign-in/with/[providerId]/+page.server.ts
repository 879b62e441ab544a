// The way to a provider: to sign in, to join with an invitation, or to show once more who is there. Stays here only if there is none.
import { redirect } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import { giveCookies } from '#surfaces/web/give-cookies.ts';
import { ownPath } from '#surfaces/web/own-path.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { locals, params, url, cookies } = event;
    const { providers } = locals.gatepost.doors;
    const { providerId } = params;
    const next = ownPath(url.searchParams.get('next'), '/today');
    const invitation = url.searchParams.get('join');
    const isAgain = url.searchParams.get('for') === 'confirm';
    const left =
      invitation !== null
        ? await providers.toJoin(providerId, invitation)
        : isAgain
          ? await providers.toConfirm(providerId, locals.me, next)
          : await providers.toSignIn(providerId, next);
    if (left.kind === 'refused') {
      const { message, remedy } = left;
      return { message, remedy, again: invitation !== null ? `/join/${invitation}` : isAgain ? next : '/sign-in' };
    }
    giveCookies(cookies, left.cookies);
    redirect(303, left.address, { external: true });
  });
