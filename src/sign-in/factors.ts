// Everything that needs a code from an authenticator app: the second step, a fresh factor, switching it on and off.
import { codeIn } from './authenticators.ts';
import { wrong } from './parts.ts';
import type { Parts } from './parts.ts';
import type { FactorAnswer, SessionRef, SignIn } from './port.ts';

type Factors = Pick<SignIn, 'verifyTotp' | 'confirmFactor' | 'beginTotp' | 'confirmTotp' | 'disableTotp'>;

export function factorSteps(parts: Parts): Factors {
  const { apps, sessions, guesses, logins, now, tell } = parts;

  /** One limited try at a code; `use` takes it for good. Text that cannot be a code costs no try. */
  async function tryCode(loginId: string, code: string, ip: string, use: 'take' | 'confirm') {
    if (codeIn(code) === null) return { kind: 'wrong' } as const;
    const at = now();
    const taken = await guesses.takeForFactor(loginId, at);
    if (taken.kind === 'locked') return taken;
    if (!(await apps[use](loginId, code, at))) return wrong(parts, 'wrong-factor', taken, loginId, ip);
    await guesses.forgive(taken, at);
    return { kind: 'right', at } as const;
  }

  async function shownIn(session: SessionRef, at: Temporal.Instant): Promise<FactorAnswer> {
    const cookies = await sessions.renew(session, at, { factorAt: at });
    return cookies === null ? { kind: 'ended' } : { kind: 'shown', cookies };
  }

  return {
    async verifyTotp({ cookieHeader, code, ip, userAgent }) {
      const loginId = await sessions.challenged(cookieHeader, now());
      if (loginId === null) return { kind: 'expired' };
      const tried = await tryCode(loginId, code, ip, 'take');
      if (tried.kind !== 'right') return tried;
      if (!(await sessions.settle(cookieHeader, tried.at))) return { kind: 'expired' };
      const session = await sessions.begin(loginId, { ip, userAgent }, tried.at, tried.at);
      await tell('signed-in', loginId, ip);
      await tell('factor-shown', loginId, ip);
      return session;
    },

    async confirmFactor({ session, code, ip }) {
      const tried = await tryCode(session.loginId, code, ip, 'take');
      if (tried.kind !== 'right') return tried;
      const answer = await shownIn(session, tried.at);
      if (answer.kind === 'shown') await tell('factor-shown', session.loginId, ip);
      return answer;
    },

    async beginTotp(loginId) {
      const login = await logins.find(loginId);
      const started = login === null ? null : await apps.begin(login, now());
      return started === null ? { kind: 'already-on' } : { kind: 'started', ...started };
    },

    async confirmTotp({ session, code, ip }) {
      if (!(await apps.hasBegun(session.loginId))) return { kind: 'none-started' };
      const tried = await tryCode(session.loginId, code, ip, 'confirm');
      if (tried.kind !== 'right') return tried;
      await tell('factor-added', session.loginId, ip);
      return shownIn(session, tried.at);
    },

    async disableTotp(loginId) {
      const removed = await apps.remove(loginId);
      if (!removed) return false;
      await sessions.forgetFactor(loginId);
      await tell('factor-removed', loginId);
      return true;
    },
  };
}
