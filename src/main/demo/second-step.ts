// Whoever acts for the demo’s trust must have a second factor, and nobody has a telephone for them: the demo shows it itself.
import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import type { Clock } from '#kernel/clock.ts';
import type { CookieToSet, From, SignIn } from '#sign-in/port.ts';

const HERE: From = { ip: '127.0.0.1', userAgent: 'Gatepost' };
const STEP_MS = 30_000;

/** Joins an authenticator app that is thrown away: from then on every sign-in asks for a second step. */
export async function joinApp(
  { signIn, clock }: { readonly signIn: SignIn; readonly clock: Clock },
  { email, password }: { readonly email: string; readonly password: string },
): Promise<void> {
  const session = await signIn.signIn({ email, password, cookieHeader: null, ...HERE });
  if (session.kind !== 'session') throw new Error(`${email} cannot sign in.`);
  const start = await signIn.beginTotp(session.loginId);
  if (start.kind !== 'started') throw new Error(`${email} has an app already.`);
  const app = createOTP(new TextDecoder().decode(base32.decode(start.secret)));
  const code = await app.hotp(Math.floor(clock.now().epochMilliseconds / STEP_MS));
  const joined = await signIn.confirmTotp({ session, code, ip: HERE.ip });
  if (joined.kind !== 'shown') throw new Error(`${email} could not join an app.`);
  await signIn.endSession(session);
}

/** The second step by a recovery code made for it. @returns null when it is not taken */
export async function passSecondStep(
  signIn: Pick<SignIn, 'makeRecoveryCodes' | 'verifyRecoveryCode' | 'providers'>,
  email: string,
  cookies: readonly CookieToSet[],
  from: From,
): Promise<readonly CookieToSet[] | null> {
  const loginId = await signIn.providers.loginWithEmail(email);
  const [code] = loginId === null ? [] : await signIn.makeRecoveryCodes(loginId);
  if (code === undefined) return null;
  const given = cookies.filter(({ value }) => value !== '');
  const cookieHeader = given.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  const answer = await signIn.verifyRecoveryCode({ cookieHeader, code, ip: from.ip, userAgent: from.userAgent });
  return answer.kind === 'session' ? answer.cookies : null;
}
