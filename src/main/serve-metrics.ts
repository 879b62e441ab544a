// /metrics: to whoever sends the token, or on a port that only this machine reaches. Without either there is no such page.
import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { sha256 } from '#kernel/canonical.ts';
import { fail } from '#kernel/errors.ts';
import { reveal, type Secret } from '#kernel/secret.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

const PATH = /^\/metrics(\?|$)/;

/** @returns whether the request was for it */
export function answerMetrics(
  { metrics, log }: { readonly metrics: Metrics | null; readonly log: Log },
  token: Secret | null,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (metrics === null || token === null || !PATH.test(request.url ?? '')) return false;
  if (!carries(request, token)) {
    response.writeHead(401, { 'www-authenticate': 'Bearer realm="Gatepost metrics"', 'content-type': 'text/plain' });
    response.end('Send GATEPOST_METRICS_TOKEN as a Bearer token.\n');
    return true;
  }
  void send(metrics, log, response);
  return true;
}

/** @throws a failure in words when the port is taken */
export async function serveMetricsHere(
  metrics: Metrics,
  log: Log,
  port: number,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (PATH.test(request.url ?? '')) void send(metrics, log, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(portTrouble(port, cause)));
    server.listen(port, '127.0.0.1', () => resolve());
  });
  return {
    port: (server.address() as { port: number }).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const portTrouble = (port: number, cause: NodeJS.ErrnoException) =>
  fail.conflict({
    code: 'metrics-port-taken',
    message: `The port of the metrics, ${port}, cannot be opened (${cause.code ?? cause.message}).`,
    remedy: 'Give each process of Gatepost a GATEPOST_METRICS_PORT of its own, which no other program has.',
    cause,
  });

async function send(metrics: Metrics, log: Log, response: ServerResponse): Promise<void> {
  try {
    const { contentType, text } = await metrics.read();
    response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-store' });
    response.end(text);
  } catch (error) {
    log.error('The metrics could not be read.', { error });
    response.writeHead(500).end();
  }
}

/** Digests are compared, so that the time it takes says nothing of the token. */
function carries({ headers }: IncomingMessage, token: Secret): boolean {
  const sent = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(Buffer.from(sha256(sent)), Buffer.from(sha256(reveal(token))));
}
