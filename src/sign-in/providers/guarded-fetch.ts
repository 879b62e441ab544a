// How Gatepost asks a provider: public machines only, whatever a name leads to; no redirect followed; little read; soon over.
import { lookup as lookUp, type LookupAddress } from 'node:dns';
import { request as plainly, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as securely } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { CustomFetch } from 'openid-client';
import { mayAsk, mayReach } from './public-address.ts';
import type { RefusalCode } from './refusals.ts';

/** A provider's documents are a few kilobytes. */
const MOST_BYTES = 1_000_000;

/** Thrown for what went wrong before there was an answer. */
export class Unasked extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

export interface Asking {
  /** Gatepost stands on this machine alone, so that a provider on it may be tried. */
  readonly local: boolean;
  /** Over when all that is asked in one go has taken too long. */
  readonly signal: AbortSignal;
}

/** @returns a `fetch` for openid-client that throws `Unasked` */
export const guardedFetch =
  ({ local, signal }: Asking): CustomFetch =>
  async (address, { method, headers, body }) => {
    const url = new URL(address);
    if (!mayAsk(url, local)) throw new Unasked('provider-not-public', `${url.origin} may not be asked`);
    const options = { method, headers, signal, agent: false, lookup: onlyReachable(local) };
    const sent = body instanceof URLSearchParams || typeof body === 'string' ? String(body) : undefined;
    try {
      return await answerOf(url, options, sent);
    } catch (error) {
      if (error instanceof Unasked) throw error;
      if (signal.aborted) throw new Unasked('provider-slow', `${url.host} did not answer in time`, error);
      throw new Unasked(
        'provider-unreachable',
        `${url.host}: ${(error as { code?: string }).code ?? 'no answer'}`,
        error,
      );
    }
  };

/** Looks a name up and goes on only when every address behind it may be reached: the one that is checked is the one that is used. */
const onlyReachable =
  (local: boolean): LookupFunction =>
  (host, options, done) => {
    lookUp(host, { ...options, all: true }, (error, found) => {
      const addresses = found as LookupAddress[];
      const first = addresses?.[0];
      if (error || !first) return done(error ?? new Error('no address'), []);
      if (!addresses.every(({ address }) => mayReach(address, local))) {
        return done(new Unasked('provider-not-public', `${host} leads to an address that is not public`), []);
      }
      if (options.all === true) return done(null, addresses);
      return done(null, first.address, first.family);
    });
  };

function answerOf(url: URL, options: RequestOptions, body: string | undefined): Promise<Response> {
  return new Promise((resolve, reject) => {
    const ask = url.protocol === 'https:' ? securely : plainly;
    const request = ask(url, options, (answer) => void read(answer).then(resolve, reject));
    request.on('error', reject);
    request.end(body);
  });
}

async function read(answer: IncomingMessage): Promise<Response> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new Unasked('provider-trouble', 'its answer is longer than a megabyte');
    parts.push(part);
  }
  const status = answer.statusCode ?? 0;
  const type = answer.headers['content-type'];
  const headers = type === undefined ? {} : { 'content-type': type };
  const isBare = status === 204 || status === 304;
  return new Response(isBare ? null : Buffer.concat(parts), { status, headers });
}
