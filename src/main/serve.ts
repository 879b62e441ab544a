// Our own HTTP server: /api and health first, then SvelteKit's pages, all in one process and one module graph.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Secret } from '#kernel/secret.ts';
import { createRest } from '#surfaces/rest/rest.ts';
import type { App } from './compose.ts';
import { answerHealth } from './health.ts';
import { identifyRequest } from './identify-request.ts';
import { sendTurned, turnedAway } from './own-address.ts';
import { createSight, type ProxyRules, type SeenRequest } from './seen-request.ts';
import { answerMetrics } from './serve-metrics.ts';

type Next = () => void;
type PageHandler = (request: IncomingMessage, response: ServerResponse, next: Next) => void;

export interface Served {
  readonly port: number;
  close(): Promise<void>;
}

const APP = Symbol.for('gatepost.app');
const HANDLER = new URL('../../build/handler.js', import.meta.url);

export interface ServeOptions extends Partial<ProxyRules> {
  readonly host: string;
  readonly port: number;
  readonly metricsToken?: Secret | null;
}

/** @throws an Error with code EADDRINUSE when the port is taken */
export async function serve(app: App, options: ServeOptions): Promise<Served> {
  const { host, port, proxies = [], forwarded = 'x-forwarded', metricsToken = null } = options;
  (globalThis as Record<symbol, unknown>)[APP] = app;
  const pages = await pageHandler(app);
  const rest = createRest({
    registry: app.registry,
    run: app.run,
    identify: (request) => identifyRequest(app, request),
    origin: app.origin,
    log: app.log,
    ...(app.metrics && { named: app.metrics.named }),
  });
  const look = createSight({ proxies, forwarded });
  const warn = warnOnce(app);
  const { protocol, host: publicHost } = new URL(app.origin);
  const server = createServer((request, response) => {
    app.metrics?.watch(request, response);
    const seen = look(request);
    if (seen.unbelieved) warn(seen);
    // Ours to say, never the client's: SvelteKit builds its addresses, its form check and who is asking on them.
    request.headers['x-gatepost-proto'] = protocol.slice(0, -1);
    request.headers['x-gatepost-host'] = publicHost;
    request.headers['x-gatepost-address'] = seen.address;
    if (answerHealth(app, request, response) || answerMetrics(app, metricsToken, request, response)) return;
    const turned = turnedAway(app.origin, seen, request);
    if (turned) return sendTurned(response, turned);
    void rest(request, response)
      .then((handled) => {
        if (!handled) pages(request, response, () => response.writeHead(404).end());
      })
      .catch((error: unknown) => {
        app.log.error('A request failed.', { error, path: request.url });
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
  });
  server.requestTimeout = 120_000;
  server.headersTimeout = 20_000;
  // Longer than a proxy keeps an idle connection (Caddy: two minutes), so that it never writes into one that we just closed.
  server.keepAliveTimeout = 125_000;
  await listening(server, host, port);
  return { port: (server.address() as { port: number }).port, close: () => closing(server) };
}

/** Somebody who set up a proxy and forgot to name it is told; anybody can send such headers, so only the first time. */
function warnOnce({ log }: App): (seen: SeenRequest) => void {
  let told = false;
  return ({ address }) => {
    if (told) return;
    told = true;
    log.warn(
      `A request from ${address} speaks for somebody else, and is not believed. If that is your proxy, set GATEPOST_PROXIES=${address}; until then everybody seems to come from there.`,
    );
  };
}

/** SvelteKit reads its settings when it is imported, so they are set here and nowhere else. */
async function pageHandler(app: App): Promise<PageHandler> {
  process.env['GATEPOST_WEB_PROTOCOL_HEADER'] = 'x-gatepost-proto';
  process.env['GATEPOST_WEB_HOST_HEADER'] = 'x-gatepost-host';
  process.env['GATEPOST_WEB_ADDRESS_HEADER'] = 'x-gatepost-address';
  process.env['GATEPOST_WEB_BODY_SIZE_LIMIT'] = String(app.uploadLimit + 1024 * 1024);
  const { handler } = (await import(fileURLToPath(HANDLER))) as { handler: PageHandler };
  return handler;
}

const listening = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });

/** Lets requests finish for five seconds, then ends what still hangs. */
const closing = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), 5_000);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
