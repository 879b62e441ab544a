// Everything that needs a typed code, of an authenticator app or for recovery: the second step, a fresh factor, on and off.
import { codeIn } from './authenticators.ts';
import { enter } from './enter.ts';
import { wrong } from './parts.ts';
import type { Parts } from './parts.ts';
import type { FactorAnswer, From, SecondStepAnswer, SessionRef, SignIn } from './port.ts';
import { recoveryCodeIn } from './recovery-codes.ts';

type Factors = Pick<
  SignIn,
  | 'verifyTotp'
  | 'verifyRecoveryCode'
  | 'confirmFactor'
  | 'beginTotp'
  | 'confirmTotp'
  | 'disableTotp'
  | 'makeRecoveryCodes'
  | 'recoveryCodes'
  | 'forgetFactors'
>;
type Use = 'app' | 'recovery' | 'new-app';

export function factorSteps(parts: Parts): Factors {
  const { apps, codes, passkeys, sessions, guesses, logins, now, tell } = parts;

  const uses: Readonly<Record<Use, (loginId: string, code: string, at: Temporal.Instant) => Promise<boolean>>> = {
    app: (loginId, code, at) => apps.take(loginId, code, at),
    recovery: (loginId, code, at) => codes.take(loginId, code, at),
    'new-app': (loginId, code, at) => apps.confirm(loginId, code, at),
  };

  /** One limited try at a code, which is taken for good. Text that cannot be a code costs no try. */
  async function tryCode(loginId: string, code: string, ip: string, use: Use) {
    if ((use === 'recovery' ? recoveryCodeIn(code) : codeIn(code)) === null) return { kind: 'wrong' } as const;
    const at = now();
    const taken = await guesses.takeForFactor(loginId, at);
    if (taken.kind === 'locked') return taken;
    if (!(await uses[use](loginId, code, at))) return wrong(parts, 'wrong-factor', taken, loginId, ip);
    await guesses.forgive(taken, at);
    return { kind: 'right', at } as const;
  }

  async function secondStep(
    { cookieHeader, code, ...from }: { cookieHeader: string | null; code: string } & From,
    use: Use,
  ): Promise<SecondStepAnswer> {
    const loginId = await sessions.challenged(cookieHeader, now());
    if (loginId === null) return { kind: 'expired' };
    const tried = await tryCode(loginId, code, from.ip, use);
    if (tried.kind !== 'right') return tried;
    if (!(await sessions.settle(cookieHeader, tried.at))) return { kind: 'expired' };
    const session = await enter(parts, loginId, from, tried.at, tried.at);
    await tell(use === 'recovery' ? 'recovery-code-used' : 'factor-shown', loginId, from);
    return session;
  }

  async function shownIn(session: SessionRef, at: Temporal.Instant): Promise<FactorAnswer> {
    const cookies = await sessions.renew(session, at, { factorAt: at });
    return cookies === null ? { kind: 'ended' } : { kind: 'shown', cookies };
  }

  return {
    verifyTotp: (input) => secondStep(input, 'app'),
    verifyRecoveryCode: (input) => secondStep(input, 'recovery'),

    async confirmFactor({ session, code, ip }) {
      const use = codeIn(code) === null ? 'recovery' : 'app';
      const tried = await tryCode(session.loginId, code, ip, use);
      if (tried.kind !== 'right') return tried;
      const answer = await shownIn(session, tried.at);
      if (answer.kind === 'shown')
        await tell(use === 'recovery' ? 'recovery-code-used' : 'factor-shown', session.loginId, { ip });
      return answer;
    },

    async beginTotp(loginId) {
      const login = await logins.find(loginId);
      const started = login === null ? null : await apps.begin(login, now());
      return started === null ? { kind: 'already-on' } : { kind: 'started', ...started };
    },

    async confirmTotp({ session, code, ip }) {
      if (!(await apps.hasBegun(session.loginId, now()))) return { kind: 'none-started' };
      const tried = await tryCode(session.loginId, code, ip, 'new-app');
      if (tried.kind !== 'right') return tried;
      await tell('factor-added', session.loginId, { ip });
      return shownIn(session, tried.at);
    },

    async disableTotp(loginId) {
      const removed = await apps.remove(loginId);
      if (!removed) return false;
      if (!(await passkeys.has(loginId))) await sessions.forgetFactor(loginId);
      await tell('factor-removed', loginId);
      return true;
    },

    async makeRecoveryCodes(loginId) {
      const made = await codes.make(loginId, now());
      await tell('recovery-codes-made', loginId);
      return made;
    },

    recoveryCodes: (loginId) => codes.left(loginId),

    async forgetFactors(loginId) {
      const had = (await apps.remove(loginId)) || (await passkeys.has(loginId));
      await passkeys.removeAll(loginId);
      await codes.removeAll(loginId);
      await sessions.forgetFactor(loginId);
      if (had) await tell('factor-removed', loginId);
    },
  };
}
