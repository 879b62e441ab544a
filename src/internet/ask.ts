// Asks a machine on the internet whose address somebody typed or another server named: public ones only, one hop at a time.
// A name is looked up once, every address behind it is judged, and the connection goes to exactly those that were judged.
import { once } from 'node:events';
import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { request as plainly, type IncomingHttpHeaders, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as securely } from 'node:https';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { addressFault, hostOf, mayReach } from './public-address.ts';
import { Unasked, unaskedFor } from './unasked.ts';

/** How a machine is found; what is left out is as the system does it. */
export interface Reach {
  /** Every address of a name. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  /** A connection to one of these addresses, and to nothing else. */
  readonly dial?: (addresses: readonly string[], port: number) => Socket;
  /** Certificates to trust instead of those of the system. */
  readonly ca?: string;
}

export interface Question extends Reach {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** No more of an answer is read. */
  readonly mostBytes: number;
  /** Over when it has taken too long. */
  readonly signal: AbortSignal;
  /** Gatepost stands on this machine alone, so that another server on it may be tried. */
  readonly local?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The rest of the answer, for whom it is wanted. */
  bytes(): Promise<Buffer>;
}

/**
 * Follows no redirect: whoever wants to asks anew, and the next address is judged as this one.
 * @param take reads what it wants of the answer; the connection ends with it
 * @throws Unasked when there is no whole answer; whatever `take` throws of its own goes by as it is
 */
export async function ask<T>(url: URL, question: Question, take: (answer: Answer) => Promise<T>): Promise<T> {
  const incoming = await send(url, question).catch((error: unknown) => {
    throw unaskedFor(error, url, question.signal);
  });
  try {
    return await take({
      status: incoming.statusCode ?? 0,
      headers: incoming.headers,
      bytes: async () => {
        try {
          return await bytesOf(incoming, url, question);
        } catch (error) {
          throw unaskedFor(error, url, question.signal);
        }
      },
    });
  } finally {
    incoming.destroy();
  }
}

async function send(url: URL, question: Question): Promise<IncomingMessage> {
  const fault = addressFault(url, question.local === true);
  if (fault !== null) throw new Unasked(fault, url);
  const { method = 'GET', headers, body, signal } = question;
  const socket = await reached(url, question);
  const options: RequestOptions = {
    method,
    signal,
    headers: { 'accept-encoding': 'identity', 'user-agent': 'Gatepost', ...headers },
    // Without an agent, this is the only connection there is: nothing else looks the name up.
    createConnection: () => (url.protocol === 'https:' ? secured(socket, hostOf(url), question.ca) : socket),
  };
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const request = (url.protocol === 'https:' ? securely : plainly)(url, options, resolve);
  request.on('error', reject);
  request.end(body);
  return promise;
}

/** Connected before anything is said, so that a name with several addresses is tried at each. */
async function reached(url: URL, question: Question): Promise<Socket> {
  const addresses = await judged(url, question);
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  const socket = (question.dial ?? dialled)(addresses, port);
  try {
    await once(socket, 'connect', { signal: question.signal });
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

/** @returns every address of the host, each of which may be reached */
async function judged(url: URL, { resolve = resolveAll, signal, local = false }: Question): Promise<readonly string[]> {
  const host = hostOf(url);
  const addresses = isIP(host) ? [host] : await beforeEnd(resolve(host), signal);
  if (addresses.length === 0) throw new Unasked('no-such-server', url);
  if (!addresses.every((address) => mayReach(address, local))) throw new Unasked('not-public', url);
  return addresses;
}

const resolveAll = async (host: string): Promise<string[]> =>
  (await lookup(host, { all: true })).map(({ address }) => address);

function dialled(addresses: readonly string[], port: number): Socket {
  const known: LookupAddress[] = addresses.map((address) => ({ address, family: isIP(address) }));
  // No name is looked up here: this one stands for the addresses that were judged, and leads nowhere by itself.
  return connect({ host: 'judged.invalid', port, autoSelectFamily: true, lookup: (_, __, done) => done(null, known) });
}

const secured = (socket: Socket, host: string, ca: string | undefined): Socket =>
  connectTls({
    socket,
    host,
    ...(isIP(host) ? {} : { servername: host }),
    ...(ca === undefined ? {} : { ca }),
    ALPNProtocols: ['http/1.1'],
  });

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

async function bytesOf(incoming: IncomingMessage, url: URL, { mostBytes, signal }: Question): Promise<Buffer> {
  if ((incoming.headers['content-encoding'] ?? 'identity') !== 'identity') throw new Unasked('packed', url);
  const tooLong = () => new Unasked('too-long', url, `${mostBytes / 1_000_000} MB`);
  if (Number(incoming.headers['content-length'] ?? 0) > mostBytes) throw tooLong();
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of incoming as AsyncIterable<Buffer>) {
    signal.throwIfAborted();
    length += piece.length;
    if (length > mostBytes) throw tooLong();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
