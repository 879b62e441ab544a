// Asks a machine on the internet whose address somebody typed or another server named: public ones only, one hop at a time.
// A name is looked up once, every address behind it is judged, and the connection goes to exactly those that were judged.
import { request as plainly, type IncomingHttpHeaders, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as securely } from 'node:https';
import { isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { addressesOf, connectedTo, type Dialling } from './dial.ts';
import { addressFault, hostOf, mayReach } from './public-address.ts';
import { Unasked, unaskedFor } from './unasked.ts';

/** How a machine is found and believed; what is left out is as the system does it. */
export interface Reach extends Dialling {
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

async function reached(url: URL, question: Question): Promise<Socket> {
  const addresses = await judged(url, question);
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  return connectedTo(addresses, port, question, question.signal);
}

/** @returns every address of the host, each of which may be reached */
async function judged(url: URL, question: Question): Promise<readonly string[]> {
  const addresses = await addressesOf(hostOf(url), question, question.signal);
  if (addresses.length === 0) throw new Unasked('no-such-server', url);
  if (!addresses.every((address) => mayReach(address, question.local === true))) throw new Unasked('not-public', url);
  return addresses;
}

const secured = (socket: Socket, host: string, ca: string | undefined): Socket =>
  connectTls({
    socket,
    host,
    ...(isIP(host) ? {} : { servername: host }),
    ...(ca === undefined ? {} : { ca }),
    ALPNProtocols: ['http/1.1'],
  });

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
