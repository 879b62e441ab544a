// /healthz: this process lives. /readyz: it can also do its work: the database answers.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App } from './compose.ts';

/** @returns whether the request was for one of the two */
export function answerHealth(app: App, request: IncomingMessage, response: ServerResponse): boolean {
  if (request.url === '/healthz') {
    say(response, 200, { status: 'alive' });
    return true;
  }
  if (request.url !== '/readyz') return false;
  app.database.app.query('select 1').then(
    () => say(response, 200, { status: 'ready' }),
    () => say(response, 503, { status: 'not ready', why: 'The database is not answering.' }),
  );
  return true;
}

function say(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
