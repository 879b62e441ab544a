// Gatepost has one address. Whoever comes by another, or without https where it is needed, is told so in plain words.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SeenRequest } from './seen-request.ts';

type Turned =
  { readonly status: 308; readonly location: string } | { readonly status: 403 | 421; readonly words: string };

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** @returns what to answer instead; null when the request is meant for us */
export function turnedAway(
  origin: string,
  seen: Pick<SeenRequest, 'host' | 'proto'>,
  { method = 'GET', url = '/', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
): Turned | null {
  if (!isOurs(origin, seen.host)) {
    const words = [
      `This Gatepost is at ${origin}`,
      `The request asked for ${printable(seen.host ?? 'no host at all')}.`,
      'For whoever looks after it: GATEPOST_ORIGIN must be the address that people type, and a proxy must pass that host on (Caddy does so by itself; nginx with: proxy_set_header Host $host;).',
    ];
    return { status: 421, words: words.join('\n') };
  }
  const isSafe = SAFE.includes(method);
  if (origin.startsWith('https:') && seen.proto === 'http') {
    if (isSafe) return { status: 308, location: `${origin}${url.startsWith('/') ? url : '/'}` };
    return { status: 421, words: `Nothing is taken without encryption here. Open ${origin} and do it again.` };
  }
  // REST answers for itself, as a problem document.
  if (isSafe || url.startsWith('/api/') || headers.origin === undefined || headers.origin === origin) return null;
  return {
    status: 403,
    words: `This form came from ${printable(headers.origin)}, and this Gatepost is at ${origin}. Nothing was done.\nOpen ${origin} and do it again.`,
  };
}

export function sendTurned(response: ServerResponse, turned: Turned): void {
  const safety = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  if (turned.status === 308) return void response.writeHead(308, { ...safety, location: turned.location }).end();
  response.writeHead(turned.status, { ...safety, 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${turned.words}\n`);
}

/** By name alone: some proxies leave the port out, and no address of ours is made from what a request says. */
function isOurs(origin: string, host: string | null): boolean {
  const asked = `http://${host ?? ''}`;
  if (!URL.canParse(asked)) return false;
  const [ours, theirs] = [new URL(origin).hostname, new URL(asked).hostname];
  return ours === theirs || (LOOPBACK.includes(ours) && LOOPBACK.includes(theirs));
}

const printable = (text: string): string => text.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 200);
