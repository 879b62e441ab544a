// The login of somebody who chooses a password: made now, or the one that an earlier try has left behind.
import { fail } from '#kernel/errors.ts';
import type { From, SignIn } from '#sign-in/port.ts';

export interface Chosen {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  /** What the password must not lean on. */
  readonly words: readonly string[];
}

const wrong = (field: string, message: string, remedy: string, code: string) =>
  fail.invalid({ code, message, remedy, fields: [{ field, message: `${message} ${remedy}` }] });

/**
 * @returns the id of the login
 * @throws a failure at `password` or `email`: too weak, not an address, or not the password this address has already
 */
export async function ownLogin(signIn: SignIn, chosen: Chosen, from: From): Promise<string> {
  const made = await signIn.createLogin(chosen);
  switch (made.kind) {
    case 'created':
      return made.loginId;
    case 'weak':
      throw wrong('password', made.problem.message, made.problem.remedy, made.problem.code);
    case 'not-an-email':
      throw wrong('email', 'This is not an e-mail address.', 'Write it as in head@millrace.sch.uk.', made.kind);
    case 'taken': {
      const known = await signIn.signIn({ ...chosen, cookieHeader: null, ...from });
      if (known.kind === 'session') {
        await signIn.endSession(known);
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
