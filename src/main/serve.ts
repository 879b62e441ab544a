// Our own HTTP server: /api and health first, then SvelteKit's pages, all in one process and one module graph.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createRest } from '#surfaces/rest/rest.ts';
import type { App } from './compose.ts';
import { answerHealth } from './health.ts';
import { identifyRequest } from './identify-request.ts';

type Next = () => void;
type PageHandler = (request: IncomingMessage, response: ServerResponse, next: Next) => void;

export interface Served {
  readonly port: number;
  close(): Promise<void>;
}

const APP = Symbol.for('gatepost.app');
const HANDLER = new URL('../../build/handler.js', import.meta.url);

/** @throws an Error with code EADDRINUSE when the port is taken */
export async function serve(app: App, { host, port }: { host: string; port: number }): Promise<Served> {
  (globalThis as Record<symbol, unknown>)[APP] = app;
  const pages = await pageHandler(app);
  const rest = createRest({
    registry: app.registry,
    run: app.run,
    identify: (request) => identifyRequest(app, request),
    origin: app.origin,
    log: app.log,
  });
  const { protocol, host: publicHost } = new URL(app.origin);
  const server = createServer((request, response) => {
    // Ours to say, never the client's: SvelteKit builds its addresses and its form check on them.
    request.headers['x-gatepost-proto'] = protocol.slice(0, -1);
    request.headers['x-gatepost-host'] = publicHost;
    if (answerHealth(app, request, response)) return;
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
  await listening(server, host, port);
  return { port: (server.address() as { port: number }).port, close: () => closing(server) };
}

/** SvelteKit reads its settings when it is imported, so they are set here and nowhere else. */
async function pageHandler(app: App): Promise<PageHandler> {
  process.env['GATEPOST_WEB_PROTOCOL_HEADER'] = 'x-gatepost-proto';
  process.env['GATEPOST_WEB_HOST_HEADER'] = 'x-gatepost-host';
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
