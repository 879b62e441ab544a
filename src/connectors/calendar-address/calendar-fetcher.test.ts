import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCalendarFetcher, type FetcherParts } from './calendar-fetcher.ts';

/** Made for these tests and good for nothing else: calendar.example and elsewhere.example. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBwDCCAWWgAwIBAgIUUptIu8BD4t/7nx4Pgy0JMfIZcoMwCgYIKoZIzj0EAwIw
GzEZMBcGA1UEAwwQY2FsZW5kYXIuZXhhbXBsZTAgFw0yNjExMjAxMTUzNDBaGA8y
MTI2MTAyNzExNTM0MFowGzEZMBcGA1UEAwwQY2FsZW5kYXIuZXhhbXBsZTBZMBMG
ByqGSM49AgEGCCqGSM49AwEHA0IABCD7ODEf34BVTPl79qAkhtJTDJSVNvMknZhn
yjnTjz96PcX6S+xsecaxhM5HvXXwRh/9GC4LKOtrVrCswgXgoK2jgYQwgYEwHQYD
VR0OBBYEFLzzG1PrJfZTTDJ4nXCQ7+PNHTX8MB8GA1UdIwQYMBaAFLzzG1PrJfZT
TDJ4nXCQ7+PNHTX8MA8GA1UdEwEB/wQFMAMBAf8wLgYDVR0RBCcwJYIQY2FsZW5k
YXIuZXhhbXBsZYIRZWxzZXdoZXJlLmV4YW1wbGUwCgYIKoZIzj0EAwIDSQAwRgIh
AOUxz3aiBXxosJGf7d0J8BPBiqyKYryql9rLVfEoeMEsAiEA5izilGOtcZxBoagx
hRziEeb3dolL/kf0qf9V5wlhEaY=
-----END CERTIFICATE-----`;
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg9zdwmLeM7IIp17oc
dCjTdw53nPXfLIOAi7PHivSmwLShRANCAAQg+zgxH9+AVUz5e/agJIbSUwyUlTbz
JJ2YZ8o5048/ej3F+kvsbHnGsYTOR7118EYf/RguCyjra1awrMIF4KCt
-----END PRIVATE KEY-----`;

const PUBLIC = '93.184.215.14';
const CALENDAR = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';

let server: Server;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
/** Where connections went, as `address:port`. */
let dialled: string[];

beforeEach(async () => {
  dialled = [];
  server = createServer({ cert: CERTIFICATE, key: KEY }, (request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** What is dialled is written down; the other end is always the server of this test. */
function fetched(address: string, parts: FetcherParts = {}) {
  const fetcher = createCalendarFetcher({
    resolve: async () => [PUBLIC],
    dial: (addresses, port) => {
      dialled.push(...addresses.map((to) => `${to}:${port}`));
      return connect((server.address() as AddressInfo).port, '127.0.0.1');
    },
    ca: CERTIFICATE,
    ...parts,
  });
  return fetcher.fetch(address, new AbortController().signal);
}
const redirectTo = (location: string) => (_: IncomingMessage, response: ServerResponse) =>
  void response.writeHead(302, { location }).end();
const problemOf = async (address: string, parts?: FetcherParts) => {
  const found = await fetched(address, parts);
  return found.ok ? '' : found.problem;
};

describe('a calendar from its address', () => {
  it('comes as its bytes, over the one address that was judged', async () => {
    answer = (request, response) => {
      expect(request.headers.host).toBe('calendar.example:8443');
      response.end(CALENDAR);
    };
    const asked: string[] = [];
    const resolve = async (host: string) => {
      asked.push(host);
      return [PUBLIC];
    };
    const found = await fetched('https://calendar.example:8443/school.ics', { resolve });
    expect(found.ok && Buffer.from(found.bytes).toString()).toBe(CALENDAR);
    expect(asked).toEqual(['calendar.example']);
    expect(dialled).toEqual([`${PUBLIC}:8443`]);
  });

  it('is looked up once, so that a name cannot point elsewhere between the look and the connection', async () => {
    answer = (_, response) => void response.end(CALENDAR);
    const answers = [[PUBLIC], ['127.0.0.1']];
    expect((await fetched('https://calendar.example/', { resolve: async () => answers.shift()! })).ok).toBe(true);
    expect(answers).toEqual([['127.0.0.1']]);
    expect(dialled).toEqual([`${PUBLIC}:443`]);
  });

  it('is followed three times and no further, each hop judged anew', async () => {
    let hops = 3;
    answer = (_, response) => {
      if (hops === 0) return void response.end(CALENDAR);
      hops -= 1;
      response.writeHead(301, { location: 'https://elsewhere.example/next' }).end();
    };
    expect((await fetched('https://calendar.example/')).ok).toBe(true);
    expect(dialled).toHaveLength(4);
    hops = 4;
    expect(await problemOf('https://calendar.example/')).toMatch(/more than 3 times/);
  });

  it.each([
    'https://127.0.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[fd00:ec2::254]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0/',
  ])('is never fetched from %s, neither at once nor by a redirect', async (inside) => {
    expect(await problemOf(inside)).toMatch(/private network/);
    expect(dialled).toEqual([]);
    answer = redirectTo(inside);
    expect(await problemOf('https://calendar.example/')).toMatch(/private network/);
    expect(dialled).toEqual([`${PUBLIC}:443`]);
  });

  it('is never fetched from a name of which any address is private', async () => {
    for (const address of ['10.1.2.3', '192.168.1.1', '100.64.0.1', 'fe80::1', '::ffff:127.0.0.1', '168.63.129.16'])
      expect(await problemOf('https://calendar.example/', { resolve: async () => [PUBLIC, address] })).toMatch(
        /private network/,
      );
    expect(dialled).toEqual([]);
  });

  it('is never fetched from a redirect whose name turns out private', async () => {
    answer = redirectTo('https://elsewhere.example/');
    const resolve = async (host: string) => [host === 'elsewhere.example' ? '10.0.0.5' : PUBLIC];
    expect(await problemOf('https://calendar.example/', { resolve })).toMatch(/elsewhere.example leads into a private/);
    expect(dialled).toEqual([`${PUBLIC}:443`]);
  });

  it('is not followed out of https, nor to where a password is', async () => {
    for (const [location, words] of [
      ['http://calendar.example/', /without https/],
      ['file:///etc/passwd', /without https/],
      ['https://name:word@calendar.example/', /password/],
    ] as const) {
      answer = redirectTo(location);
      expect(await problemOf('https://calendar.example/')).toMatch(words);
    }
  });

  it('is given up when it is too long, whether it says so before or not', async () => {
    answer = (_, response) => response.writeHead(200, { 'content-length': '50000000' }).flushHeaders();
    expect(await problemOf('https://calendar.example/')).toMatch(/longer than 10 MB/);
    answer = (_, response) => {
      const piece = Buffer.alloc(1_000_000, 'x');
      for (let i = 0; i < 12; i += 1) response.write(piece);
    };
    expect(await problemOf('https://calendar.example/')).toMatch(/longer than 10 MB/);
  });

  it('is given up when it takes too long: before the first byte, in the middle, or at the look-up', async () => {
    const soon = { timeLimitMs: 300 };
    answer = () => {};
    expect(await problemOf('https://calendar.example/', soon)).toMatch(/took too long/);
    answer = (_, response) => void response.write('BEGIN:VCAL');
    expect(await problemOf('https://calendar.example/', soon)).toMatch(/took too long/);
    const resolve = () => new Promise<never>(() => {});
    expect(await problemOf('https://calendar.example/', { ...soon, resolve })).toMatch(/took too long/);
  });

  it('says in words what a server did instead', async () => {
    answer = (_, response) => void response.writeHead(404).end();
    expect(await problemOf('https://calendar.example/')).toMatch(/404/);
    answer = (request) => void request.socket.destroy();
    expect(await problemOf('https://calendar.example/')).toMatch(/could not be reached/);
    answer = (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('x');
    expect(await problemOf('https://calendar.example/')).toMatch(/packs its answer/);
    expect(await problemOf('https://other.example/')).toMatch(/certificate/);
    const resolve = async () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }));
    expect(await problemOf('https://calendar.example/', { resolve })).toMatch(/no such server/);
  });
});
