// Everything that is done with a passkey: signing in by it alone, the second step, a fresh factor, adding and removing.
import { enter } from './enter.ts';
import { wrong } from './parts.ts';
import type { Parts } from './parts.ts';
import type { SignIn } from './port.ts';

type PasskeySteps = Pick<
  SignIn,
  | 'askForSignIn'
  | 'signInWithPasskey'
  | 'askForSecondStep'
  | 'verifyPasskey'
  | 'askAgain'
  | 'confirmPasskey'
  | 'askForNew'
  | 'addPasskey'
  | 'passkeys'
  | 'removePasskey'
>;

/** A challenge serves what it was made for, of whom it was made for, and nothing else. */
const FOR = {
  signIn: 'sign-in',
  secondStep: (loginId: string) => `second-step ${loginId}`,
  again: (sessionId: string) => `again ${sessionId}`,
  new: (sessionId: string) => `new ${sessionId}`,
};

export function passkeySteps(parts: Parts): PasskeySteps {
  const { passkeys, logins, sessions, guesses, now, tell } = parts;

  /** One limited try. Of whom a wrong one was meant to be is not known, so it counts against the address alone. */
  async function tryAnswer(purpose: string, answer: string, ip: string, loginId: string | null) {
    const at = now();
    const taken = await guesses.takeForAddress(ip, at);
    if (taken.kind === 'locked') return taken;
    const shown = await passkeys.take(purpose, answer, at);
    if (shown === null || (shown !== 'expired' && loginId !== null && shown.loginId !== loginId)) {
      return wrong(parts, 'wrong-factor', taken, loginId, ip);
    }
    await guesses.forgive(taken, at);
    return shown === 'expired' ? ({ kind: 'expired' } as const) : ({ kind: 'right', at, shown } as const);
  }

  return {
    askForSignIn: () => passkeys.ask(FOR.signIn, now()),

    async signInWithPasskey({ answer, cookieHeader, ip, userAgent }) {
      await sessions.end(cookieHeader);
      const tried = await tryAnswer(FOR.signIn, answer, ip, null);
      if (tried.kind !== 'right') return tried;
      // Without finger, face or PIN it shows what somebody has, not who they are: the password must come first.
      if (!tried.shown.verified) return { kind: 'unverified' };
      return enter(parts, tried.shown.loginId, { ip, userAgent }, tried.at, tried.at);
    },

    async askForSecondStep(cookieHeader) {
      const at = now();
      const loginId = await sessions.challenged(cookieHeader, at);
      if (loginId === null) return null;
      const ids = await passkeys.idsOf(loginId);
      return ids.length === 0 ? null : passkeys.ask(FOR.secondStep(loginId), at, ids);
    },

    async verifyPasskey({ cookieHeader, answer, ip, userAgent }) {
      const loginId = await sessions.challenged(cookieHeader, now());
      if (loginId === null) return { kind: 'expired' };
      const tried = await tryAnswer(FOR.secondStep(loginId), answer, ip, loginId);
      if (tried.kind !== 'right') return tried;
      if (!(await sessions.settle(cookieHeader, tried.at))) return { kind: 'expired' };
      return enter(parts, loginId, { ip, userAgent }, tried.at, tried.at);
    },

    askAgain: (session, ids) => passkeys.ask(FOR.again(session.sessionId), now(), ids),

    async confirmPasskey({ session, answer, ip }) {
      const tried = await tryAnswer(FOR.again(session.sessionId), answer, ip, session.loginId);
      if (tried.kind !== 'right') return tried;
      const cookies = await sessions.renew(session, tried.at, { factorAt: tried.at });
      if (cookies === null) return { kind: 'ended' };
      await tell('factor-shown', session.loginId, { ip });
      return { kind: 'shown', cookies };
    },

    async askForNew(session) {
      const login = await logins.find(session.loginId);
      return login === null ? null : passkeys.askForNew(FOR.new(session.sessionId), login, now());
    },

    async addPasskey({ session, answer, name, ip }) {
      const at = now();
      const added = await passkeys.add(FOR.new(session.sessionId), session.loginId, { answer, name }, at);
      if (added === null) return { kind: 'wrong' };
      if (added !== 'added') return { kind: added };
      await tell('passkey-added', session.loginId, { ip });
      const cookies = await sessions.renew(session, at, { factorAt: at });
      return cookies === null ? { kind: 'ended' } : { kind: 'shown', cookies };
    },

    passkeys: (loginId) => passkeys.list(loginId),

    async removePasskey({ loginId, passkeyId }) {
      const removed = await passkeys.remove(loginId, passkeyId);
      if (removed) await tell('passkey-removed', loginId);
      return removed;
    },
  };
}
