// Everything that begins with a password: signing in, a new login, a new password.
import { enter } from './enter.ts';
import { emailIn } from './logins.ts';
import { wrong } from './parts.ts';
import type { Parts } from './parts.ts';
import type { SignIn } from './port.ts';

type Passwords = Pick<
  SignIn,
  'signIn' | 'confirmPassword' | 'createLogin' | 'setPassword' | 'changePassword' | 'hasPassword'
>;

export function passwordSteps(parts: Parts): Passwords {
  const { guesses, judge, logins, apps, passkeys, places, sessions, now, tell } = parts;
  return {
    hasPassword: (loginId) => logins.hasPassword(loginId),

    async signIn({ email, password, cookieHeader, ip, userAgent }) {
      const at = now();
      await sessions.end(cookieHeader);
      const taken = await guesses.takeForPassword(emailIn(email) ?? email, ip, at);
      if (taken.kind === 'locked') return taken;
      const { login, right } = await logins.withPassword(email, password);
      if (!right || login === null) return wrong(parts, 'wrong-password', taken, login?.id ?? null, ip);
      await guesses.forgive(taken, at);
      if ((await apps.isOn(login.id)) || (await passkeys.has(login.id))) {
        return { kind: 'second-factor', cookies: await sessions.challenge(login.id, at) };
      }
      return enter(parts, login.id, { ip, userAgent }, at, null);
    },

    async confirmPassword({ session, password, ip }) {
      const login = await logins.find(session.loginId);
      if (login === null) return { kind: 'ended' };
      const at = now();
      const taken = await guesses.takeForPassword(login.email, ip, at);
      if (taken.kind === 'locked') return taken;
      const { right } = await logins.withPassword(login.email, password);
      if (!right) return wrong(parts, 'wrong-password', taken, login.id, ip);
      await guesses.forgive(taken, at);
      const cookies = await sessions.renew(session, at, { passwordAt: at });
      return cookies === null ? { kind: 'ended' } : { kind: 'shown', cookies };
    },

    async createLogin({ email: typed, password, name, words = [] }) {
      const email = emailIn(typed);
      if (email === null) return { kind: 'not-an-email' };
      const problem = await judge(password, [email, name, ...words]);
      if (problem !== null) return { kind: 'weak', problem };
      const login = await logins.create({ email, name }, password, now());
      if (login === null) return { kind: 'taken' };
      await tell('login-created', login.id);
      return { kind: 'created', loginId: login.id };
    },

    async setPassword({ loginId, password, words = [], first }) {
      const login = await logins.find(loginId);
      if (login === null) return { kind: 'no-login' };
      const problem = await judge(password, [login.email, login.name, ...words]);
      if (problem !== null) return { kind: 'weak', problem };
      await first?.();
      await logins.setPassword(login.id, password, now());
      await places.expectRecovered(login.id, now());
      await sessions.endAll(login.id);
      await guesses.clear(login.email, login.id);
      await tell('password-set', login.id);
      return { kind: 'set' };
    },

    async changePassword({ session, current, next, words = [], ip }) {
      const login = await logins.find(session.loginId);
      if (login === null) return { kind: 'ended' };
      const problem = await judge(next, [login.email, login.name, ...words]);
      if (problem !== null) return { kind: 'weak', problem };
      const at = now();
      const taken = await guesses.takeForPassword(login.email, ip, at);
      if (taken.kind === 'locked') return taken;
      const { right } = await logins.withPassword(login.email, current);
      if (!right) return wrong(parts, 'wrong-password', taken, login.id, ip);
      await guesses.forgive(taken, at);
      const cookies = await sessions.renew(session, at, { passwordAt: at });
      if (cookies === null) return { kind: 'ended' };
      await logins.setPassword(login.id, next, at);
      await sessions.endAll(login.id, session.sessionId);
      await tell('password-changed', login.id, { ip });
      return { kind: 'changed', cookies };
    },
  };
}
