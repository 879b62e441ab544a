// Fetches a calendar from the address that a school gave: https only, never into a private network, never more than is asked for.
// Each hop is looked up once, every address found is judged, and the connection goes to exactly the address that was judged.
import { lookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { CalendarFetcher, FetchedCalendar } from '#features/schools/ports.ts';
import { isPublicAddress } from './public-address.ts';

const MOST_BYTES = 10_000_000;
const MOST_REDIRECTS = 3;
const TIME_LIMIT_MS = 30_000;
const REDIRECTS = [301, 302, 303, 307, 308];

export interface FetcherParts {
  /** Every address of a name. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  /** A connection to exactly this address. */
  readonly dial?: (address: string, port: number) => Socket;
  /** Certificates to trust beside those of the system. */
  readonly ca?: string;
  readonly timeLimitMs?: number;
}

/** What an address did wrong, in words for a page. */
class Refusal extends Error {}

export function createCalendarFetcher(parts: FetcherParts = {}): CalendarFetcher {
  const { timeLimitMs = TIME_LIMIT_MS } = parts;
  return {
    async fetch(address, signal) {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(timeLimitMs)]);
      try {
        return await follow(parts, address, limit);
      } catch (error) {
        if (signal.aborted) throw error;
        return { ok: false, problem: wordsOf(error, limit) };
      }
    },
  };
}

async function follow(parts: FetcherParts, address: string, signal: AbortSignal): Promise<FetchedCalendar> {
  let url = new URL(address);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const answer = await ask(parts, url, signal);
    try {
      const status = answer.statusCode ?? 0;
      if (status === 200) return { ok: true, bytes: await bytesOf(answer, signal) };
      const { location } = answer.headers;
      if (!REDIRECTS.includes(status) || location === undefined || !URL.canParse(location, url))
        throw new Refusal(`The server answered with ${status} instead of a calendar.`);
      url = new URL(location, url);
    } finally {
      answer.destroy();
    }
  }
  throw new Refusal(`The address leads on more than ${MOST_REDIRECTS} times.`);
}

async function ask(parts: FetcherParts, url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  if (url.protocol !== 'https:') throw new Refusal('The address leads to one without https://.');
  if (url.username !== '' || url.password !== '') throw new Refusal('The address leads to one with a password in it.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const address = await judged(parts, host, signal);
  const port = Number(url.port || 443);
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const asked = request(
    url,
    {
      signal,
      headers: { accept: 'text/calendar', 'accept-encoding': 'identity', 'user-agent': 'Gatepost' },
      // Without an agent, this is the only connection there is: nothing else looks the name up.
      createConnection: () =>
        connectTls({
          socket: (parts.dial ?? dialed)(address, port),
          ...(isIP(host) ? {} : { servername: host }),
          host,
          ...(parts.ca === undefined ? {} : { ca: parts.ca }),
          ALPNProtocols: ['http/1.1'],
        }),
    },
    resolve,
  );
  asked.on('error', reject);
  asked.end();
  return promise;
}

const dialed = (host: string, port: number): Socket => connect({ host, port });

/** @returns the one address that is connected to; every other of the name is public too */
async function judged(parts: FetcherParts, host: string, signal: AbortSignal): Promise<string> {
  const addresses = isIP(host) ? [host] : await beforeEnd((parts.resolve ?? resolveAll)(host), signal);
  const [first] = addresses;
  if (first === undefined) throw new Refusal(`There is no ${host}.`);
  if (!addresses.every(isPublicAddress)) throw new Refusal(`${host} leads into a private network.`);
  return first;
}

const resolveAll = async (host: string): Promise<string[]> =>
  (await lookup(host, { all: true })).map(({ address }) => address);

/** A look-up cannot be broken off, but nobody has to wait for it. */
async function beforeEnd<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const end = () => reject(signal.reason);
  signal.addEventListener('abort', end, { once: true });
  try {
    signal.throwIfAborted();
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', end);
  }
}

async function bytesOf(answer: IncomingMessage, signal: AbortSignal): Promise<Uint8Array> {
  const tooLong = () => new Refusal('The calendar is longer than 10 MB.');
  if (Number(answer.headers['content-length'] ?? 0) > MOST_BYTES) throw tooLong();
  const encoding = answer.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') throw new Refusal('The server packs the calendar in a way that was not asked for.');
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    signal.throwIfAborted();
    length += piece.length;
    if (length > MOST_BYTES) throw tooLong();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function wordsOf(error: unknown, limit: AbortSignal): string {
  if (error instanceof Refusal) return error.message;
  if (limit.aborted) return 'The server took too long.';
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return 'There is no such server, or its name could not be looked up.';
  if (typeof code === 'string' && /CERT|TLS|SSL|SIGNED|ALTNAME/.test(code))
    return 'The certificate of the server is not valid.';
  return 'The server could not be reached.';
}
