// The login of somebody who chooses a password: made now, or the one that an earlier try, or access that was ended, has left behind.
import { fail } from '#kernel/errors.ts';
import type { PasswordProblem } from '#sign-in/password-rules.ts';
import type { From } from '#sign-in/port.ts';
import type { App } from './compose.ts';
import { placesOf } from './places.ts';

export interface Chosen {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  /** What the password must not lean on. */
  readonly words: readonly string[];
}

const wrong = (field: string, message: string, remedy: string, code: string) =>
  fail.invalid({ code, message, remedy, fields: [{ field, message: `${message} ${remedy}` }] });

const weak = ({ message, remedy, code }: PasswordProblem) => wrong('password', message, remedy, code);

/**
 * @param join joins the login to whom it is for. Done before a password is set on a login that was there: of two at once,
 *   the one who is refused sets nothing.
 * @returns the id of the login
 * @throws a failure at `password` or `email`: too weak, not an address, or not the password this address has already
 */
export async function ownLogin(
  app: Pick<App, 'signIn' | 'database' | 'clock'>,
  chosen: Chosen,
  from: From,
  join: (loginId: string) => Promise<void> = async () => {},
): Promise<string> {
  const { signIn } = app;
  const made = await signIn.createLogin(chosen);
  switch (made.kind) {
    case 'created':
      await join(made.loginId);
      return made.loginId;
    case 'weak':
      throw weak(made.problem);
    case 'not-an-email':
      throw wrong('email', 'This is not an e-mail address.', 'Write it as in head@millrace.sch.uk.', made.kind);
    case 'taken': {
      const left = await loginOfNobody(app, chosen.email);
      if (left !== null) return takenOver(signIn, left, chosen, () => join(left));
      const known = await signIn.signIn({ ...chosen, cookieHeader: null, ...from });
      if (known.kind === 'session') {
        await signIn.endSession(known);
        await join(known.loginId);
        return known.loginId;
      }
      throw wrong(
        'password',
        'Somebody signs in with this address already.',
        'If that is you, give the password you have.',
        'login-exists',
      );
    }
  }
}

/** A login with this address that is nobody at any school and acts for no trust; else null. */
async function loginOfNobody(
  { signIn, database, clock }: Pick<App, 'signIn' | 'database' | 'clock'>,
  email: string,
): Promise<string | null> {
  const loginId = await signIn.providers.loginWithEmail(email);
  if (loginId === null) return null;
  return (await placesOf({ database, clock }, loginId)).length === 0 ? loginId : null;
}

/** Whoever had it before, and with whatever they signed in, comes in no more: it begins anew with this password. */
async function takenOver(
  signIn: App['signIn'],
  loginId: string,
  { password, words }: Chosen,
  first: () => Promise<void>,
): Promise<string> {
  const set = await signIn.setPassword({ loginId, password, words, first });
  if (set.kind === 'weak') throw weak(set.problem);
  await signIn.forgetFactors(loginId);
  await signIn.providers.unlinkAll(loginId);
  return loginId;
}
