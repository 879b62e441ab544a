// Somebody has come back from a provider: who that is here, whether they may enter, and by which invitation.
import type { LinkActor } from '#kernel/actor.ts';
import type { CookieToSet, From } from '#sign-in/port.ts';
import { emailFault } from '#sign-in/providers/claims.ts';
import type { Arrived, OfferedProvider } from '#sign-in/providers/port.ts';
import type { App } from './compose.ts';
import { openedLink } from './links.ts';
import { placesOf } from './places.ts';

type Parts = Pick<App, 'database' | 'clock' | 'as' | 'signIn'>;
export type Browser = From & { readonly cookieHeader: string | null };

/** Where the browser goes on to, or why it does not. */
export type Entrance =
  | {
      readonly kind: 'enter';
      readonly to: string;
      /** The school to show, where one was just joined. */
      readonly schoolId: string | null;
      readonly cookies: readonly CookieToSet[];
    }
  | Closed;

export interface Closed {
  readonly kind: 'refused';
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

const closed = (code: string, message: string, remedy: string): Closed => ({ kind: 'refused', code, message, remedy });

/**
 * A school's own provider speaks for that school alone: whoever keeps it could let anybody in by it. So somebody who also
 * belongs to another school, or acts for a trust, does not come by it; a provider of the first school that is shared
 * speaks for all.
 * @param places as `placesOf` gives them
 */
export const speaksFor = (provider: OfferedProvider, places: readonly string[]): boolean =>
  provider.shared || places.every((place) => place === provider.schoolId);

/** Is somebody invited, or a person, who would be let in under this proven address? For a try. */
export async function isExpected(parts: Parts, { identity, provider }: Arrived): Promise<boolean> {
  if (emailFault(identity, provider) !== null) return false;
  const loginId =
    (await parts.signIn.providers.loginOf(identity)) ?? (await parts.signIn.providers.loginWithEmail(identity.email));
  const places = loginId === null ? [] : await placesOf(parts, loginId);
  if (places.length > 0) return speaksFor(provider, places);
  return (await invitationsFor(parts, provider, identity.email)).length > 0;
}

/** From the sign-in page. */
export async function enterByProvider(
  parts: Parts,
  arrived: Arrived,
  next: string,
  browser: Browser,
): Promise<Entrance> {
  const { provider, identity } = arrived;
  const { providers } = parts.signIn;
  const joined = await providers.loginOf(identity);
  const fault = emailFault(identity, provider);
  if (joined === null && fault !== null) return fault;
  const loginId = joined ?? (await providers.loginWithEmail(identity.email));
  const places = loginId === null ? [] : await placesOf(parts, loginId);
  if (loginId !== null && places.length > 0) {
    if (!speaksFor(provider, places)) return belongsElsewhere(provider);
    return admit(parts, { arrived, loginId, next, schoolId: null }, browser);
  }
  const invitations = fault === null ? await invitationsFor(parts, provider, identity.email) : [];
  const [first] = invitations;
  if (first === undefined) return unknown(arrived);
  const own = loginId ?? (await loginFor(parts, first, identity.email));
  for (const holder of invitations) await parts.as(holder).people.acceptInvitation({ loginId: own });
  return admit(parts, { arrived, loginId: own, next, schoolId: first.scopeId }, browser);
}

/** From an invitation: the provider stands in for the password. */
export async function joinByProvider(
  parts: Parts,
  arrived: Arrived,
  token: string,
  browser: Browser,
): Promise<Entrance> {
  const { provider, identity } = arrived;
  const { providers } = parts.signIn;
  const { api, shown, schoolId } = await openedLink(parts, token, 'join');
  const fault = emailFault(identity, provider);
  if (fault !== null) return fault;
  if (identity.email !== shown.email.toLowerCase()) {
    return closed(
      'other-address',
      `This invitation is for ${shown.email}, and you came as ${identity.email}.`,
      'Open the invitation again and choose the right account, or ask for an invitation to your own address.',
    );
  }
  const known = (await providers.loginOf(identity)) ?? (await providers.loginWithEmail(identity.email));
  const places = known === null ? [] : await placesOf(parts, known);
  if (!speaksFor(provider, [...places, schoolId])) return belongsElsewhere(provider);
  const loginId = known ?? (await providers.createLoginWithout({ email: shown.email.toLowerCase(), name: shown.name }));
  await api.acceptInvitation({ loginId });
  return admit(parts, { arrived, loginId, next: '/today', schoolId }, browser);
}

interface Admitted {
  readonly arrived: Arrived;
  readonly loginId: string;
  readonly next: string;
  readonly schoolId: string | null;
}

/** Joins the account to the login, and begins the session or asks for the second step. */
async function admit(
  { signIn: { providers } }: Parts,
  { arrived: { provider, identity }, loginId, next, schoolId }: Admitted,
  browser: Browser,
): Promise<Entrance> {
  if (!(await providers.link({ loginId, providerId: provider.id, identity, ip: browser.ip })))
    return isOthers(provider);
  const answer = await providers.signIn({ loginId, provider, identity, ...browser });
  const to = answer.kind === 'session' ? next : `/sign-in/code?next=${encodeURIComponent(next)}`;
  return { kind: 'enter', to, schoolId, cookies: answer.cookies };
}

/** Open invitations to this address, as their holders: whoever has the mailbox is who they were made for. */
async function invitationsFor(
  { database, clock }: Parts,
  provider: OfferedProvider,
  email: string,
): Promise<readonly LinkActor[]> {
  const { rows } = await database.app.query<{ school_id: string; id: string }>({
    name: 'open-invitations',
    text: 'select school_id, id from app.open_invitations_of($1, $2)',
    values: [email, clock.now().toString()],
  });
  return rows
    .filter(({ school_id }) => speaksFor(provider, [school_id]))
    .map(({ school_id, id }) => ({ kind: 'link', purpose: 'join', scopeId: school_id, linkId: id }));
}

async function loginFor(parts: Parts, holder: LinkActor, email: string): Promise<string> {
  const { name } = await parts.as(holder).people.openInvitation({});
  return parts.signIn.providers.createLoginWithout({ email, name });
}

const unknown = ({ identity, provider }: Arrived): Closed =>
  closed(
    'not-known-here',
    `${identity.email || 'This account'} is not known here, so there is nothing to sign in to.`,
    `${provider.label} let you through; Gatepost lets in people whom a school has invited. Ask the office, or whoever looks after Gatepost at ${provider.shared ? 'your school' : provider.schoolName}, to invite this address. If you have signed in here before, your access may have ended: they can tell you.`,
  );

const belongsElsewhere = ({ label, schoolName }: OfferedProvider): Closed =>
  closed(
    'belongs-elsewhere',
    `You also belong to another school than ${schoolName}, or act for its trust, and ${label} is set up for that one school only.`,
    'Sign in with your password. If you have none, ask for a recovery link.',
  );

export const isOthers = ({ label }: OfferedProvider): Closed =>
  closed(
    'account-of-another',
    `That account at ${label} is joined to the login of somebody else.`,
    'Choose your own account there.',
  );
