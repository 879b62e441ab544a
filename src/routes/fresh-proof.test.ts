// Pages that change how somebody signs in ask for fresh proof first; a wrong password is answered as wrong, whoever was signed in.
import { isRedirect } from '@sveltejs/kit';
import { expect, it, vi } from 'vitest';
import { movableClock } from '#kernel/clock.ts';
import { load as showApp } from './(staff)/me/app/+page.server.ts';
import { actions as accounts } from './(staff)/me/sign-in/+page.server.ts';
import { load as showSignIn } from './sign-in/+page.server.ts';

const clock = movableClock('2026-11-20T09:00:00Z');
const seed = { kind: 'started', uri: 'otpauth://totp/Gatepost:priya?secret=ABCDEFGH', secret: 'ABCDEFGH' };

/** A request in a session whose owner has shown so many minutes ago that it is them. */
function asked(minutes: number, sent?: Record<string, string>) {
  const beginTotp = vi.fn<() => Promise<typeof seed>>(async () => seed);
  const unlink = vi.fn<() => Promise<string>>(async () => 'done');
  const url = new URL('http://localhost:3000/');
  const form = new URLSearchParams(sent);
  const event = {
    url,
    request: new Request(url, sent === undefined ? {} : { method: 'POST', body: form }),
    getClientAddress: () => '192.0.2.7',
    locals: {
      actor: { kind: 'person', factorAt: clock.now().subtract({ minutes }) },
      me: { leads: [], session: { sessionId: 's', loginId: 'l', email: 'priya@millrace.example', hasApp: false } },
      gatepost: {
        clock,
        signIn: { beginTotp, passkeysWork: false, providers: { unlink } },
        doors: { providers: { offered: async () => [] } },
      },
    },
  };
  return { event: event as never, beginTotp, unlink };
}
const thrownBy = (work: () => unknown) =>
  Promise.resolve()
    .then(work)
    .catch((thrown: unknown) => thrown);

it('the seed of an authenticator app is made and shown only after fresh proof', async () => {
  const stale = asked(11);
  expect(await showApp(stale.event)).toMatchObject({ seed: null });
  expect(stale.beginTotp).not.toHaveBeenCalled();
  expect(await showApp(asked(9).event)).toMatchObject({ seed: { letters: 'ABCD EFGH' } });
});

it('an account at a provider is parted only after fresh proof', async () => {
  const account = 'https://accounts.example 42';
  const stale = asked(16, { account });
  expect(await accounts.part!(stale.event)).toMatchObject({
    status: 403,
    data: { problem: { code: 'fresh-factor-needed' }, values: { account } },
  });
  expect(stale.unlink).not.toHaveBeenCalled();
  const fresh = asked(14, { account });
  expect(isRedirect(await thrownBy(() => accounts.part!(fresh.event)))).toBe(true);
  expect(fresh.unlink).toHaveBeenCalledOnce();
});

it('whoever is signed in is led on from the sign-in page, but not when its form was answered', async () => {
  expect(isRedirect(await thrownBy(() => showSignIn(asked(1).event)))).toBe(true);
  expect(await showSignIn(asked(1, {}).event)).toMatchObject({ next: '/today', strandedAs: null });
});
