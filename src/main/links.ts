// Personal links: to join, and to set a new password. Whoever holds one is let in as exactly the person it was made for.
import { randomBytes } from 'node:crypto';
import type { LinkActor } from '#kernel/actor.ts';
import { sha256 } from '#kernel/canonical.ts';
import { fail } from '#kernel/errors.ts';
import type { CookieToSet, From, SessionRef } from '#sign-in/port.ts';
import type { App } from './compose.ts';
import { ownLogin } from './own-login.ts';

type Parts = Pick<App, 'database' | 'clock' | 'as' | 'signIn'>;
export type Purpose = 'join' | 'recover';

export function newLinkSecret(): { readonly secret: string; readonly digest: string } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, digest: sha256(secret) };
}

/** Who holds this link, as an actor; null when there is none of that purpose. */
async function holderOf(
  { database }: Pick<Parts, 'database'>,
  token: string,
  purpose: Purpose,
): Promise<LinkActor | null> {
  const { rows } = await database.app.query<{ school_id: string; id: string; purpose: string }>({
    name: 'invitation-by-token',
    text: 'select school_id, id, purpose from app.invitation_by_token($1)',
    values: [sha256(token)],
  });
  const row = rows[0];
  return row?.purpose === purpose ? { kind: 'link', purpose, scopeId: row.school_id, linkId: row.id } : null;
}

/** @throws a failure that says why the link no longer works */
export async function openedLink(app: Omit<Parts, 'signIn'>, token: string, purpose: Purpose) {
  const holder = await holderOf(app, token, purpose);
  if (!holder) throw fail.notFound('link', { remedy: 'See that the whole address was copied, or ask for a new link.' });
  const api = app.as(holder).people;
  return { api, schoolId: holder.scopeId, shown: await api.openInvitation({}) };
}

/** What the holder of the link is shown. */
export const openLink = async (app: Parts, token: string, purpose: Purpose) =>
  (await openedLink(app, token, purpose)).shown;

/** Chooses a password and joins; then that person is signed in. */
export async function joinWithPassword(
  app: Parts,
  token: string,
  password: string,
  from: From,
): Promise<{ schoolId: string; cookies: readonly CookieToSet[] }> {
  const { api, shown, schoolId } = await openedLink(app, token, 'join');
  const words = [shown.name, shown.email, shown.school];
  const join = async (loginId: string) => void (await api.acceptInvitation({ loginId }));
  await ownLogin(app, { email: shown.email, password, name: shown.name, words }, from, join);
  const signedIn = await app.signIn.signIn({ email: shown.email, password, cookieHeader: null, ...from });
  return { schoolId, cookies: signedIn.kind === 'session' ? signedIn.cookies : [] };
}

/** Joins a further school with the login of the session in this browser. */
export async function joinSignedIn(
  app: Parts,
  token: string,
  session: SessionRef & { readonly email: string },
): Promise<{ schoolId: string }> {
  const { api, shown, schoolId } = await openedLink(app, token, 'join');
  if (session.email.toLowerCase() !== shown.email.toLowerCase()) {
    throw fail.forbidden({
      code: 'other-address',
      message: `This invitation is for ${shown.email}, and you are signed in as ${session.email}.`,
      remedy: 'Sign out and open the link again, or ask for an invitation to your own address.',
    });
  }
  await api.acceptInvitation({ loginId: session.loginId });
  return { schoolId };
}

/**
 * Sets the new password; every session of that login ends, and the link is spent. A lost telephone is the usual reason for
 * a link made by a colleague, so app, passkeys and recovery codes are taken away too: a role that needs a factor joins one anew
 * at the next sign-in. One that its holder asked for at the sign-in page proves a mailbox and no more, so it takes away nothing.
 */
export async function recoverWithPassword(app: Parts, token: string, password: string): Promise<{ email: string }> {
  const { api, shown } = await openedLink(app, token, 'recover');
  const words = [shown.name, shown.email, shown.school];
  const set =
    shown.loginId === null
      ? { kind: 'no-login' as const }
      : await app.signIn.setPassword({ loginId: shown.loginId, password, words, first: () => spend(api) });
  if (set.kind === 'weak') {
    const { code, message, remedy } = set.problem;
    throw fail.invalid({ code, message, remedy, fields: [{ field: 'password', message: `${message} ${remedy}` }] });
  }
  if (set.kind === 'no-login') throw fail.notFound('login', { remedy: 'Ask for an invitation instead.' });
  if (!shown.keepsFactor) {
    await app.signIn.forgetFactors(shown.loginId!);
    await app.signIn.providers.unlinkAll(shown.loginId!);
  }
  return { email: shown.email };
}

/** Before the password is set: of two who use the link at once, the one who is refused sets nothing. */
const spend = async (api: Awaited<ReturnType<typeof openedLink>>['api']): Promise<void> =>
  void (await api.markRecovered({}));
