// Signing in by a provider, put together: on the way there, on the way back, and which account is joined to which login.
import * as oidc from 'openid-client';
import { isOnThisMachine } from '#internet/public-address.ts';
import { isId } from '#kernel/id.ts';
import { keyringFor } from '#kernel/keyring.ts';
import type { CookieRules } from '../cookies.ts';
import { enter } from '../enter.ts';
import type { Parts } from '../parts.ts';
import type { SignInOptions } from '../port.ts';
import { domainFault, type Identity } from './claims.ts';
import { conversations } from './conversation.ts';
import * as identities from './identities.ts';
import type { Provider, Providers } from './port.ts';
import { refusal, type Refusal } from './refusals.ts';
import { MINUTES_AWAY, waysOut, type WayOut } from './way-out.ts';

/** A clock there and ours may differ by so much. */
const SECONDS_OFF = 60;

const LIMIT_MS = 10_000;

type ProviderParts = Pick<SignInOptions, 'pool' | 'keyring' | 'origin' | 'report' | 'providerLimitMs'> & {
  readonly rules: CookieRules;
};

export function providerSteps(
  parts: Pick<Parts, 'sessions' | 'apps' | 'passkeys' | 'places' | 'now' | 'tell'>,
  { pool, keyring, rules, origin, report, providerLimitMs: limitMs = LIMIT_MS }: ProviderParts,
): Providers & { sweep(): Promise<void> } {
  const { sessions, apps, passkeys, now, tell } = parts;
  const secrets = keyringFor(keyring, 'identity-provider');
  const out = waysOut(keyringFor(keyring, 'provider-way-out'), rules);
  const talk = conversations({ local: isOnThisMachine(origin), limitMs, now });
  const wayBack = (providerId: string): string => `${origin}/sign-in/back/${providerId}`;

  /** One that may be used for this errand: only trying comes before it is switched on. */
  async function usable(providerId: string, errand: WayOut['errand']['for']): Promise<Provider | Refusal> {
    const provider = isId(providerId) ? await identities.providerNamed(pool, secrets, providerId) : null;
    if (provider === null || (!provider.enabled && errand !== 'try')) return refusal('provider-not-offered', null);
    return provider;
  }

  /** For the log: which provider and what was wrong, and nothing of the person. */
  const told = (providerId: string, refused: Refusal): Refusal => {
    report(`sign-in by provider ${providerId}: ${refused.code} (${refused.detail})`);
    return refused;
  };

  async function identityFrom(provider: Provider, way: WayOut, query: string): Promise<Identity | Refusal> {
    const identity = await talk.answer(provider, way, new URL(`${wayBack(provider.id)}${query}`));
    if ('kind' in identity) return identity;
    if (way.errand.for === 'confirm' && wasBefore(identity, way)) return refusal('not-asked-again', provider);
    return domainFault(identity, provider) ?? identity;
  }

  return {
    offered: () => identities.offeredProviders(pool),
    wayBack,

    async leave({ providerId, errand }) {
      const provider = await usable(providerId, errand.for);
      if (provider.kind === 'refused') return provider;
      const way: WayOut = {
        providerId,
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
        leftAt: now().toString(),
        errand,
      };
      const hint = errand.for === 'join' ? errand.email : null;
      const address = await talk.wayThere(provider, way, wayBack(providerId), hint);
      if (typeof address !== 'string') return told(providerId, address);
      return { kind: 'go', address, cookies: [out.cookie(way)] };
    },

    async arrive({ providerId, query, cookieHeader }) {
      const cookies = [out.gone()];
      const at = now();
      const way = out.read(cookieHeader, providerId, at);
      // A way back of another browser leaves the cookie alone: whoever is truly on the way here can still arrive.
      if (way === null || new URLSearchParams(query).get('state') !== way.state)
        return { ...refusal('way-back-unknown', null), errand: null, cookies: [] };
      const { errand } = way;
      if (!(await identities.useReturn(pool, way.state, at.add({ minutes: MINUTES_AWAY }))))
        return { ...refusal('way-back-used', null), errand, cookies };
      const provider = await usable(providerId, errand.for);
      if (provider.kind === 'refused') return { ...provider, errand, cookies };
      const identity = await identityFrom(provider, way, query);
      if ('kind' in identity) return { ...told(providerId, identity), errand, cookies };
      return { kind: 'arrived', errand, provider, identity, cookies };
    },

    loginOf: (identity) => identities.loginJoinedTo(pool, identity),
    loginWithEmail: (email) => identities.loginWithEmail(pool, email),

    async createLoginWithout(input) {
      const { id, isNew } = await identities.loginMadeFor(pool, input, now());
      if (isNew) await tell('login-created', id);
      return id;
    },
    async link({ ip, ...link }) {
      const joined = await identities.joinIdentity(pool, link, now());
      if (joined.loginId !== link.loginId) return false;
      if (joined.isNew) await tell('provider-linked', link.loginId, { ip });
      return true;
    },
    async unlink({ loginId, issuer, subject, ip }) {
      const all = await identities.identitiesOf(pool, loginId);
      if (all.length <= 1 && !(await identities.loginHasPassword(pool, loginId))) return 'last';
      if (!(await identities.partIdentity(pool, loginId, issuer, subject))) return 'none';
      await tell('provider-unlinked', loginId, { ip });
      return 'done';
    },
    unlinkAll: async (loginId) => void (await identities.partAll(pool, loginId)),
    linked: (loginId) => identities.identitiesOf(pool, loginId),

    async signIn({ loginId, provider, identity, cookieHeader, ip, userAgent }) {
      const at = now();
      await sessions.end(cookieHeader);
      await identities.noteUse(pool, provider.id, identity, at);
      if (!provider.asksSecondStep && ((await apps.isOn(loginId)) || (await passkeys.has(loginId))))
        return { kind: 'second-factor', cookies: await sessions.challenge(loginId, at) };
      const session = await enter(parts, loginId, { ip, userAgent }, at, provider.asksSecondStep ? at : null);
      await identities.noteSession(pool, session.sessionId, provider);
      await tell('came-by-provider', loginId, { ip });
      return session;
    },
    async confirm({ session, provider, ip }) {
      const at = now();
      const shown = provider.asksSecondStep ? { passwordAt: at, factorAt: at } : { passwordAt: at };
      const cookies = await sessions.renew(session, at, shown);
      if (cookies !== null) await tell('came-by-provider', session.loginId, { ip });
      return cookies;
    },

    /** Forgets ways back that are too old to be used. */
    sweep: async () => void (await identities.forgetReturns(pool, now())),
  };
}

/** Did they sign in there before they were sent to do so? A provider that does not say when is taken at its word. */
const wasBefore = ({ authenticatedAt }: Identity, { leftAt }: WayOut): boolean =>
  authenticatedAt !== null && authenticatedAt < Temporal.Instant.from(leftAt).epochMilliseconds / 1000 - SECONDS_OFF;
