// A real OpenID provider for tests (oidc-provider), with accounts of our own, whoever signs in being chosen by the test; and a
// plain server in front of it that can alter, delay or withhold what it answers.
import { generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import Provider, { interactionPolicy, type Configuration } from 'oidc-provider';

export const CLIENT = { clientId: 'gatepost', clientSecret: 'a-secret-of-the-provider-7Kq2' };

/** Who signs in there next, with what the provider says of them. */
export interface Account {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  /** Google’s hosted domain, Entra’s directory. */
  readonly hd?: string;
  readonly tid?: string;
  readonly amr?: readonly string[];
}

type Claims = Record<string, unknown>;

export const SILENCE = Symbol('no answer');
interface Answered {
  readonly status: number;
  readonly body: string;
}

/** What the server in front does with an answer: another body, another status, or no answer at all. */
export type Alter = (path: string, body: string) => string | Answered | typeof SILENCE | undefined;

export interface TestProvider {
  readonly issuer: string;
  /** Whoever is at the keyboard there. */
  signsIn(account: Account): void;
  /** Null leaves answers as they are. */
  alter(alter: Alter | null): void;
  /** Alters the token that says who it is; it is signed anew, by default with the provider’s own key. */
  alterToken(change: (claims: Claims) => Claims, as?: 'own' | 'foreign' | 'unsigned'): void;
  /** Stands for the browser: follows where it is sent until it is sent back. @returns that address */
  visit(address: string): Promise<URL>;
  close(): Promise<void>;
}

/** @param wayBack where it may send people back to; known only once the provider is set up in Gatepost */
export async function startIdentityProvider({ port = 0 }: { port?: number } = {}): Promise<
  TestProvider & { allow(wayBack: string): void }
> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const waysBack: string[] = ['http://localhost/never'];
  let account: Account = { sub: 'nobody' };
  let altering: Alter | null = null;

  const front = createServer((asked, answer) => void pass(asked, answer).catch(() => answer.destroy()));
  front.listen(port, '127.0.0.1');
  await once(front, 'listening');
  const issuer = `http://localhost:${portOf(front)}`;

  const provider = new Provider(
    issuer,
    configurationOf(keys.privateKey, () => account),
  );
  // Its clients are read afresh, so that a way back can be allowed while it runs.
  const find = provider.Client.find.bind(provider.Client);
  provider.Client.find = async (id) => {
    const client = await find(id);
    if (client) Object.assign(client, { redirectUris: waysBack });
    return client;
  };
  const callback = provider.callback();
  const inner = createServer((asked, answer) => {
    if (!asked.url?.startsWith('/interaction/')) return void callback(asked, answer);
    const shown = { accountId: account.sub, remember: false, ...(account.amr ? { amr: [...account.amr] } : {}) };
    const result = { login: shown, select_account: {} };
    provider.interactionFinished(asked, answer, result).catch(() => answer.destroy());
  });
  inner.listen(0, '127.0.0.1');
  await once(inner, 'listening');

  async function pass(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { method, headers, url: path = '/' } = asked;
    const behind = request({ host: '127.0.0.1', port: portOf(inner), method, path, headers });
    asked.pipe(behind);
    const [told] = (await once(behind, 'response')) as [IncomingMessage];
    const parts: Buffer[] = [];
    for await (const part of told) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString();
    const changed = altering?.(path.split('?')[0]!, body) ?? body;
    if (changed === SILENCE) return;
    const { status, text } =
      typeof changed === 'string'
        ? { status: told.statusCode!, text: changed }
        : { status: changed.status, text: changed.body };
    const { 'content-length': _length, 'transfer-encoding': _encoding, ...rest } = told.headers;
    answer.writeHead(status, rest).end(text);
  }

  return {
    issuer,
    allow: (wayBack) => void waysBack.push(wayBack),
    signsIn: (next) => void (account = next),
    alter: (next) => void (altering = next),
    alterToken(change, as = 'own') {
      const key = as === 'foreign' ? stranger.privateKey : keys.privateKey;
      altering = (path, body) => {
        if (path !== '/token') return undefined;
        const tokens = JSON.parse(body) as { id_token?: string };
        if (tokens.id_token === undefined) return undefined;
        return JSON.stringify({
          ...tokens,
          id_token: signedAnew(tokens.id_token, change, as === 'unsigned' ? null : key),
        });
      };
    },
    async visit(address) {
      const jar = new Map<string, string>();
      let at = new URL(address);
      for (let steps = 0; steps < 10; steps += 1) {
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
        const answer = await fetch(at, { redirect: 'manual', headers: cookie === '' ? {} : { cookie } });
        for (const given of answer.headers.getSetCookie()) {
          const [, name, value] = /^([^=]+)=([^;]*)/.exec(given)!;
          jar.set(name!, value!);
        }
        const to = answer.headers.get('location');
        if (to === null) throw new Error(`It stopped at ${at.pathname}: ${answer.status} ${await answer.text()}`);
        at = new URL(to, at);
        if (at.origin !== issuer) return at;
      }
      throw new Error('It sends people round in circles.');
    },
    async close() {
      for (const server of [front, inner]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

const portOf = (server: Server): number => (server.address() as { port: number }).port;

function configurationOf(key: KeyObject, account: () => Account): Configuration {
  const policy = interactionPolicy.base();
  policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0);
  return {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: ['http://localhost/never'],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), kid: 'own', use: 'sig', alg: 'RS256' } as never] },
    cookies: { keys: [randomUUID()] },
    claims: { openid: ['sub', 'hd', 'tid', 'amr'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { policy, url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...account(), sub, amr: undefined }) }),
    async loadExistingGrant(context) {
      const { provider, session, client } = context.oidc;
      const grant = new provider.Grant({ accountId: session!.accountId!, clientId: client!.clientId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
    pkce: { required: () => true },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
  };
}

/** @param key null makes a token that nobody has signed */
function signedAnew(token: string, change: (claims: Claims) => Claims, key: KeyObject | null): string {
  const [head, body] = token.split('.');
  const header = { ...json(head!), ...(key === null ? { alg: 'none' } : {}) };
  const signed = `${encoded(header)}.${encoded(change(json(body!)))}`;
  const signature = key === null ? '' : sign('sha256', Buffer.from(signed), key).toString('base64url');
  return `${signed}.${signature}`;
}

const json = (part: string): Claims => JSON.parse(Buffer.from(part, 'base64url').toString()) as Claims;
const encoded = (value: Claims): string => Buffer.from(JSON.stringify(value)).toString('base64url');
