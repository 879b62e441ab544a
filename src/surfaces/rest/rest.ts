// REST: every action of the registry below /api, before any page is asked. oRPC matches and calls; here is the HTTP around it.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { StandardOpenAPIMatcher } from '@orpc/openapi/standard';
import { StandardHandler, type StandardCodec } from '@orpc/server/standard';
import type { HttpMethod } from '#kernel/action.ts';
import type { Actor } from '#kernel/actor.ts';
import { fail } from '#kernel/errors.ts';
import type { Registry, Run } from '#kernel/registry.ts';
import { readBody } from './body.ts';
import { requireOwnPage } from './caller.ts';
import { createOpenApi, describeOperation } from './openapi.ts';
import { createProblems, misuse, type Reply } from './problem.ts';
import { createRouter, type ProcedureMeta, type RequestContext } from './router.ts';

export interface RestOptions {
  readonly registry: Registry;
  readonly run: Run;
  /** Who sent this? Asked for every request that reaches an action. A token that is not known is a failure, not a visitor. */
  readonly identify: (request: IncomingMessage) => Promise<Actor>;
  /** The address people use, without a slash at its end. */
  readonly origin: string;
  readonly log: { error(message: string, facts?: object): void };
  /** Told which route a request turned out to be for: `/api/posts/{postId}`. */
  readonly named?: (request: IncomingMessage, route: string) => void;
}

/** @returns false if the request is none of its business */
export type Rest = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

const PREFIX = '/api';
const MEGABYTE = 1_000_000;
/** Longest body, in bytes: of most actions, and of those that take a whole roll. */
const BODY_LIMIT = MEGABYTE;
const LARGE_BODY_LIMIT = 16 * MEGABYTE;
const METHODS: readonly HttpMethod[] = ['GET', 'POST', 'PUT', 'DELETE'];

export function createRest(options: RestOptions): Rest {
  const { registry, run, identify, origin, log, named } = options;
  const problemOf = createProblems(origin, (error) => {
    const instance = `urn:uuid:${randomUUID()}`;
    log.error('A REST request failed.', { instance, error });
    return instance;
  });
  const router = createRouter(registry, run, describeOperation);
  const matcher = new StandardOpenAPIMatcher();
  const handler = new StandardHandler(router, matcher, codecOf(problemOf), {});
  const openApi = createOpenApi(router);

  /** A visitor is not listened to for long. */
  async function bodyLimit(request: IncomingMessage, method: HttpMethod, pathname: string): Promise<number> {
    const match = await matcher.match(method, below(pathname));
    if ((match?.procedure['~orpc'].meta as ProcedureMeta | undefined)?.largeInput !== true) return BODY_LIMIT;
    if ((await identify(request)).kind === 'visitor') throw fail.unauthenticated();
    return LARGE_BODY_LIMIT;
  }

  async function answer(request: IncomingMessage, url: URL): Promise<Reply> {
    const method = request.method === 'HEAD' ? 'GET' : request.method!;
    if (url.pathname === `${PREFIX}/openapi.json` && method === 'GET') return json(await openApi());
    requireOwnPage(request, origin);
    const context: RequestContext = { request, identify, named: (route) => named?.(request, `${PREFIX}${route}`) };
    const body = async () => readBody(request, await bodyLimit(request, method as HttpMethod, url.pathname));
    const standard = { method, url, headers: request.headers, body, signal: undefined };
    const result = await handler.handle(standard, { prefix: PREFIX, context });
    if (!result.matched) throw await nothingHere(matcher, url.pathname);
    const { status, headers, body: content } = result.response;
    return { status, headers: headers as Reply['headers'], body: content };
  }

  return async (request, response) => {
    const path = request.url!;
    if (!/^\/api(?:[/?]|$)/.test(path)) return false;
    let reply: Reply;
    try {
      reply = await answer(request, new URL(path, origin));
    } catch (error) {
      reply = problemOf(error);
    }
    send(response, reply);
    return true;
  };
}

/** How a matched request becomes input, and an answer or a failure a reply. A field in the path cannot be overruled by the body. */
function codecOf(problemOf: (error: unknown) => Reply): StandardCodec {
  const reply = ({ status, headers, body }: Reply) => ({ status, headers: { ...headers }, body });
  return {
    async decode(request, params, procedure) {
      const { words } = procedure['~orpc'].meta as ProcedureMeta;
      const rest =
        request.method === 'GET' ? words.query(request.url.searchParams) : ((await request.body()) as object);
      return params === undefined ? rest : { ...rest, ...words.path(params) };
    },
    encode: (output) => reply(json(output ?? null)),
    encodeError: (error) => reply(problemOf(error.cause ?? error)),
  };
}

const json = (body: unknown): Reply => ({ status: 200, headers: { 'content-type': 'application/json' }, body });

const below = (pathname: string) => pathname.slice(PREFIX.length).replace(/\/$/, '') as `/${string}`;

async function nothingHere(matcher: StandardOpenAPIMatcher, pathname: string): Promise<Error> {
  const found = await Promise.all(
    METHODS.map(async (method) => ((await matcher.match(method, below(pathname))) ? [method] : [])),
  );
  const allowed = found.flat().flatMap((method) => (method === 'GET' ? [method, 'HEAD'] : [method]));
  if (allowed.length === 0) {
    return misuse({
      httpStatus: 404,
      code: 'no-such-address',
      message: 'There is nothing at this address.',
      remedy: 'All addresses are listed in /api/openapi.json.',
    });
  }
  return misuse({
    httpStatus: 405,
    code: 'wrong-method',
    message: `This address only understands ${allowed.join(', ')}.`,
    remedy: 'All addresses and their methods are listed in /api/openapi.json.',
    headers: { allow: allowed.join(', ') },
  });
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-length': bytes.length,
    ...headers,
  });
  response.end(bytes);
}
