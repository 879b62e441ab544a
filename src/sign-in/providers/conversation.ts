// Speaking OpenID Connect with one provider: where it is, where to send people, and what its answer is worth.
import * as oidc from 'openid-client';
import { Unasked, type UnaskedCode } from '#internet/unasked.ts';
import { reveal } from '#kernel/secret.ts';
import { identityIn, type Identity } from './claims.ts';
import { allowPlainHttp } from './plain-http.ts';
import type { Provider } from './port.ts';
import { providerFetch } from './provider-fetch.ts';
import { refusal, type Refusal, type RefusalCode } from './refusals.ts';
import type { WayOut } from './way-out.ts';

const KNOWN_FOR_MINUTES = 10;

/** At the address that was entered nobody says to be this provider. */
class NotThere extends Error {}

const MEANT: Readonly<Record<UnaskedCode, RefusalCode>> = {
  'not-https': 'provider-not-public',
  password: 'provider-not-public',
  'not-public': 'provider-not-public',
  'no-such-server': 'provider-unreachable',
  certificate: 'provider-unreachable',
  unreachable: 'provider-unreachable',
  slow: 'provider-slow',
  'too-long': 'provider-trouble',
  packed: 'provider-trouble',
};

export interface Conversations {
  /** Where to send the browser. */
  wayThere(provider: Provider, way: WayOut, wayBack: string, hint: string | null): Promise<string | Refusal>;
  /** Exchanges the code, and checks everything about the answer. */
  answer(provider: Provider, way: WayOut, wayBack: URL): Promise<Identity | Refusal>;
}

interface ConversationParts {
  /** Gatepost stands on this machine alone, so that a provider on it may be tried. */
  readonly local: boolean;
  readonly limitMs: number;
  readonly now: () => Temporal.Instant;
}

export function conversations({ local, limitMs, now }: ConversationParts): Conversations {
  const known = new Map<string, { readonly metadata: oidc.ServerMetadata; readonly until: Temporal.Instant }>();

  async function open(provider: Provider, secret: string): Promise<oidc.Configuration> {
    const fetch = providerFetch({ local, signal: AbortSignal.timeout(limitMs) });
    const metadata = await metadataOf(provider, fetch);
    const posts = metadata.token_endpoint_auth_methods_supported?.includes('client_secret_post') === true;
    const proof = posts ? oidc.ClientSecretPost(secret) : oidc.ClientSecretBasic(secret);
    const config = new oidc.Configuration(metadata, provider.clientId, undefined, proof);
    config[oidc.customFetch] = fetch;
    if (local) allowPlainHttp(config);
    // The signature counts even though the token comes straight from the provider.
    oidc.enableNonRepudiationChecks(config);
    return config;
  }

  async function metadataOf({ issuer, clientId }: Provider, fetch: oidc.CustomFetch): Promise<oidc.ServerMetadata> {
    const at = now();
    const before = known.get(issuer);
    if (before !== undefined && Temporal.Instant.compare(at, before.until) < 0) return before.metadata;
    const execute = local ? [allowPlainHttp] : [];
    const found = await oidc
      .discovery(new URL(issuer), clientId, undefined, oidc.None(), { [oidc.customFetch]: fetch, execute })
      .catch((error: unknown) => {
        const said = strangerIn(error);
        throw said === null ? error : new NotThere(said);
      });
    const metadata = found.serverMetadata();
    if (metadata.issuer !== issuer) throw new NotThere(`it calls itself ${metadata.issuer}`);
    known.set(issuer, { metadata, until: at.add({ minutes: KNOWN_FOR_MINUTES }) });
    return metadata;
  }

  return {
    async wayThere(provider, way, wayBack, hint) {
      if (!isReady(provider)) return refusal('provider-not-ready', provider);
      try {
        const config = await open(provider, reveal(provider.secret!));
        const challenge = await oidc.calculatePKCECodeChallenge(way.verifier);
        return oidc.buildAuthorizationUrl(config, {
          redirect_uri: wayBack,
          scope: 'openid email profile',
          state: way.state,
          nonce: way.nonce,
          code_challenge: challenge,
          code_challenge_method: 'S256',
          ...(hint === null ? {} : { login_hint: hint }),
          ...promptFor(provider, way),
        }).href;
      } catch (error) {
        return meaning(error, provider);
      }
    },
    async answer(provider, way, wayBack) {
      if (!isReady(provider)) return refusal('provider-not-ready', provider);
      try {
        const config = await open(provider, reveal(provider.secret!));
        const tokens = await oidc.authorizationCodeGrant(config, wayBack, {
          expectedState: way.state,
          expectedNonce: way.nonce,
          pkceCodeVerifier: way.verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims()!;
        if (claims['email'] !== undefined || config.serverMetadata().userinfo_endpoint === undefined)
          return identityIn(claims, provider);
        // Some keep the address out of the token and tell it only when asked.
        const told = await oidc.fetchUserInfo(config, tokens.access_token, claims.sub);
        return identityIn({ ...told, ...claims }, provider);
      } catch (error) {
        return meaning(error, provider);
      }
    },
  };
}

const isReady = ({ issuer, clientId, secret }: Provider): boolean =>
  URL.canParse(issuer) && clientId !== '' && secret !== null;

/** On a shared computer somebody else may still be signed in there: let people choose, or have them sign in afresh. */
function promptFor({ kind }: Provider, { errand }: WayOut): Record<string, string> {
  if (errand.for === 'confirm' && kind !== 'google') return { prompt: 'login', max_age: '0' };
  return kind === 'other' ? {} : { prompt: 'select_account' };
}

/** What openid-client says, as one of our refusals. Its words name claims and fields, and no secret. */
function meaning(error: unknown, provider: Provider): Refusal {
  const unasked = unaskedIn(error);
  if (unasked) return refusal(MEANT[unasked.code], provider, unasked.message);
  if (error instanceof NotThere) return refusal('provider-not-there', provider, printable(error.message));
  if (error instanceof oidc.AuthorizationResponseError)
    return refusal('provider-said-no', provider, `error=${printable(error.error)}`);
  if (error instanceof oidc.ResponseBodyError) {
    const isSecret = error.error === 'invalid_client' || error.error === 'unauthorized_client';
    return refusal(
      isSecret ? 'provider-secret-wrong' : 'provider-trouble',
      provider,
      `error=${printable(error.error)}`,
    );
  }
  if (error instanceof oidc.WWWAuthenticateChallengeError)
    return refusal('provider-secret-wrong', provider, 'status 401');
  if (error instanceof oidc.ClientError) {
    const status = error.cause instanceof Response ? `, status ${error.cause.status}` : '';
    const why = error.cause instanceof Error && error.cause.message !== error.message ? `: ${error.cause.message}` : '';
    return refusal(codeOf(error.code ?? ''), provider, printable(`${error.message}${why}${status}`));
  }
  const unsound = unsoundIn(error);
  if (unsound !== null) return refusal(codeOf(unsound.code), provider, printable(unsound.message));
  throw error;
}

/** What was answered at the address, where that shows that another lives there; null where the right one may only be in trouble. */
function strangerIn(error: unknown): string | null {
  if (!(error instanceof oidc.ClientError)) return null;
  const cause: unknown = error.cause;
  if (cause instanceof Response)
    return cause.status < 500 ? `it answers with status ${cause.status}, and not with what it is` : null;
  const issuer = (cause as { readonly body?: { readonly issuer?: unknown } } | undefined)?.body?.issuer;
  return typeof issuer === 'string' ? `it calls itself ${issuer}` : null;
}

/** An address among what the provider says of itself that is none, or is not for browsers: thrown as the library below throws. */
function unsoundIn(error: unknown): (Error & { readonly code: string }) | null {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && code.startsWith('OAUTH_') ? (error as Error & { readonly code: string }) : null;
}

function codeOf(code: string): RefusalCode {
  if (code.endsWith('FORBIDDEN')) return 'provider-not-public';
  return /CONFORM|NOT_JSON|PARSE/.test(code) ? 'provider-trouble' : 'provider-answer-wrong';
}

function unaskedIn(error: unknown): Unasked | null {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof Unasked) return at;
  return null;
}

const printable = (text: string): string => text.replace(/[^\x20-\x7e]/g, ' ').slice(0, 200);
