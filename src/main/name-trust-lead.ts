// Lets somebody who signs in here act for a trust, found by the address that they sign in with.
import type { Actor } from '#kernel/actor.ts';
import { fail } from '#kernel/errors.ts';
import type { App } from './compose.ts';

export interface NewTrustLead {
  /** With which they sign in. */
  readonly email: string;
  readonly name: string;
  readonly jobTitle: string;
}

/** @throws where nobody signs in by that address, which only those are told who may name somebody */
export async function nameTrustLead(
  app: Pick<App, 'as' | 'signIn'>,
  actor: Actor,
  { email, name, jobTitle }: NewTrustLead,
): Promise<void> {
  const { schools } = app.as(actor);
  await schools.listTrustLeads({});
  const loginId = await app.signIn.providers.loginWithEmail(email.trim());
  if (loginId === null) {
    const message = `Nobody signs in here as ${email}.`;
    const remedy = 'Let one of the trust’s schools invite them first; they keep that password.';
    throw fail.notFound('login', { message, remedy, fields: [{ field: 'email', message: `${message} ${remedy}` }] });
  }
  await schools.nameTrustLead({ loginId, name, jobTitle });
}
