// Signing in by Google, Microsoft or another provider, as the pages use it: on the way there, and on the way back.
import type { Trial } from '#features/schools/index.ts';
import { systemActor } from '#kernel/actor.ts';
import { fail } from '#kernel/errors.ts';
import type { Arrived, Departure, Errand, OfferedProvider } from '#sign-in/providers/port.ts';
import type { Refusal } from '#sign-in/providers/refusals.ts';
import {
  enterByProvider,
  isExpected,
  isOthers,
  joinByProvider,
  speaksFor,
  type Browser,
  type Closed,
  type Entrance,
} from './come-by-provider.ts';
import type { App } from './compose.ts';
import type { Identified } from './identify.ts';
import { openedLink } from './links.ts';
import { placesOf } from './places.ts';

type Parts = Pick<App, 'database' | 'clock' | 'as' | 'signIn'>;

/** After a try, or a way back that led nowhere, the page says more. `again` is where to begin anew. */
export type Return = Exclude<Entrance, Closed> | (Closed & { readonly again: string; readonly cookies: Cookies });
type Cookies = Extract<Entrance, { kind: 'enter' }>['cookies'];

export interface ProviderDoors {
  offered(): Promise<readonly OfferedProvider[]>;
  /** Those by which the holder of this invitation may join. */
  offeredFor(token: string): Promise<readonly OfferedProvider[]>;
  /** Those that somebody who is signed in can join to their login. */
  offeredTo(me: Identified): Promise<readonly OfferedProvider[]>;
  /** Those by which somebody who has no second factor here can show once more who they are. */
  ownOf(me: Identified): Promise<readonly OfferedProvider[]>;
  toSignIn(providerId: string, next: string): Promise<Departure>;
  toJoin(providerId: string, token: string): Promise<Departure>;
  /** Wants to see afresh who is asking: whoever finds a session left open must not join their own account to it. */
  toLink(providerId: string, me: Identified): Promise<Departure>;
  toConfirm(providerId: string, me: Identified, next: string): Promise<Departure>;
  /** @throws unless this person sets up how their school signs in, and the provider is of that school */
  toTry(providerId: string, me: Identified): Promise<{ readonly to: string; readonly cookies: Cookies }>;
  back(providerId: string, query: string, browser: Browser, me: Identified): Promise<Return>;
}

const LINK_FRESH_MINUTES = 30;

export function createProviderDoors(parts: Parts): ProviderDoors {
  const { providers } = parts.signIn;
  const leave = (providerId: string, errand: Errand) => providers.leave({ providerId, errand });
  const providersFor = async (loginId: string) => {
    const places = await placesOf(parts, loginId);
    return (await providers.offered()).filter((one) => speaksFor(one, places));
  };
  return {
    offered: () => providers.offered(),
    async offeredFor(token) {
      const { schoolId } = await openedLink(parts, token, 'join');
      return (await providers.offered()).filter((one) => speaksFor(one, [schoolId]));
    },
    offeredTo: async ({ session }) => (session ? providersFor(session.loginId) : []),
    async ownOf({ session }) {
      if (!session || session.hasSecondFactor) return [];
      const own = new Set((await providers.linked(session.loginId)).map(({ providerId }) => providerId));
      return (await providersFor(session.loginId)).filter(({ id }) => own.has(id));
    },
    toSignIn: (providerId, next) => leave(providerId, { for: 'sign-in', next }),
    async toJoin(providerId, token) {
      const { shown } = await openedLink(parts, token, 'join');
      return leave(providerId, { for: 'join', token, email: shown.email });
    },
    async toLink(providerId, { actor, session }) {
      if (!session || actor.kind !== 'person') throw fail.unauthenticated();
      const limit = parts.clock.now().subtract({ minutes: LINK_FRESH_MINUTES });
      if (actor.factorAt === null || Temporal.Instant.compare(actor.factorAt, limit) < 0) {
        throw fail.forbidden({
          code: 'fresh-factor-needed',
          message: 'Show once more that it is you.',
          remedy: 'Confirm with your code or your password, then do it again.',
        });
      }
      return leave(providerId, { for: 'link', loginId: session.loginId });
    },
    async toConfirm(providerId, { session }, next) {
      if (!session) throw fail.unauthenticated();
      const { sessionId, loginId } = session;
      return leave(providerId, { for: 'confirm', sessionId, loginId, next });
    },
    async toTry(providerId, { actor }) {
      const own = await parts.as(actor).schools.listProviders({});
      if (actor.kind !== 'person' || !own.providers.some(({ id }) => id === providerId))
        throw fail.notFound('provider');
      const errand = { for: 'try', personId: actor.personId, schoolId: actor.scopeId } as const;
      const left = await leave(providerId, errand);
      if (left.kind === 'go') return { to: left.address, cookies: left.cookies };
      return { to: await noteTry(parts, errand, providerId, left), cookies: [] };
    },
    async back(providerId, query, browser, me) {
      const { cookies, ...arrival } = await providers.arrive({ providerId, query, cookieHeader: browser.cookieHeader });
      const { errand } = arrival;
      const entrance = await entranceFor(parts, providerId, arrival, browser, me);
      if (entrance.kind === 'enter') return { ...entrance, cookies: [...cookies, ...entrance.cookies] };
      const { kind, code, message, remedy } = entrance;
      return { kind, code, message, remedy, again: againFrom(errand), cookies };
    },
  };
}

async function entranceFor(
  parts: Parts,
  providerId: string,
  arrival: Arrived | (Refusal & { readonly errand: Errand | null }),
  browser: Browser,
  me: Identified,
): Promise<Entrance> {
  const { errand } = arrival;
  if (errand?.for === 'try') return enter(await noteTry(parts, errand, providerId, arrival));
  if (arrival.kind === 'refused') return arrival;
  return entranceOf(parts, arrival, browser, me);
}

function entranceOf(parts: Parts, arrived: Arrived, browser: Browser, me: Identified): Promise<Entrance> {
  const { errand } = arrived;
  switch (errand.for) {
    case 'sign-in':
      return enterByProvider(parts, arrived, errand.next, browser);
    case 'join':
      return joinByProvider(parts, arrived, errand.token, browser);
    case 'link':
      return linkTo(parts, arrived, errand.loginId, browser, me);
    case 'confirm':
      return confirmBy(parts, arrived, errand, browser, me);
    case 'try':
      return Promise.resolve(sessionChanged);
  }
}

const enter = (to: string, cookies: Cookies = []): Entrance => ({ kind: 'enter', to, schoolId: null, cookies });

const sessionChanged: Closed = {
  kind: 'refused',
  code: 'session-changed',
  message: 'You are no longer signed in as whoever began this.',
  remedy: 'Sign in, and begin again.',
};

async function linkTo(
  parts: Parts,
  { provider, identity }: Arrived,
  loginId: string,
  { ip }: Browser,
  { session }: Identified,
): Promise<Entrance> {
  if (session?.loginId !== loginId || !speaksFor(provider, await placesOf(parts, loginId))) return sessionChanged;
  const isJoined = await parts.signIn.providers.link({ loginId, providerId: provider.id, identity, ip });
  return isJoined ? enter('/me?said=provider-joined') : isOthers(provider);
}

async function confirmBy(
  parts: Parts,
  { provider, identity }: Arrived,
  errand: Extract<Errand, { for: 'confirm' }>,
  { ip }: Browser,
  { session }: Identified,
): Promise<Entrance> {
  const { providers } = parts.signIn;
  if (session?.sessionId !== errand.sessionId || !speaksFor(provider, await placesOf(parts, session.loginId)))
    return sessionChanged;
  if ((await providers.loginOf(identity)) !== session.loginId) return isOthers(provider);
  const cookies = await providers.confirm({ session, provider, ip });
  return cookies === null ? sessionChanged : enter(errand.next, cookies);
}

async function noteTry(
  parts: Parts,
  { personId, schoolId }: Extract<Errand, { for: 'try' }>,
  providerId: string,
  arrival: Arrived | Refusal,
): Promise<string> {
  const trial: Trial =
    arrival.kind === 'arrived'
      ? {
          came: true,
          email: arrival.identity.email,
          emailVerified: arrival.identity.emailVerified,
          realm: arrival.identity.realm,
          amr: [...arrival.identity.amr],
          wouldEnter: await isExpected(parts, arrival),
        }
      : { came: false, message: arrival.message, remedy: arrival.keeperRemedy, detail: arrival.detail };
  await parts.as(systemActor(schoolId, 'sign-in')).schools.noteProviderTry({ providerId, personId, trial });
  return `/school/sign-in/${providerId}#tried`;
}

function againFrom(errand: Errand | null): string {
  switch (errand?.for) {
    case 'join':
      return `/join/${errand.token}`;
    case 'link':
      return '/me';
    case 'confirm':
      return errand.next;
    default:
      return '/sign-in';
  }
}
