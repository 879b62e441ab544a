import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, type Question } from './ask.ts';
import { Unasked } from './unasked.ts';

let server: Server;
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeEach(async () => {
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const here = (): URL => new URL(`http://localhost:${(server.address() as AddressInfo).port}/`);
const read = (url: URL, more: Partial<Question> = {}): Promise<string> =>
  ask(
    url,
    { mostBytes: 1_000, signal: new AbortController().signal, local: true, ...more },
    async ({ status, bytes }) => `${status} ${(await bytes()).toString()}`,
  );

describe('asking a server on this machine, where Gatepost is tried on it', () => {
  it('sends what is to be sent and hands over the answer', async () => {
    answer = (request, response) => {
      response.writeHead(201).write(`${request.method} ${request.headers['content-type']} `);
      request.pipe(response);
    };
    const headers = { 'content-type': 'text/plain' };
    expect(await read(here(), { method: 'POST', headers, body: 'a=1' })).toBe('201 POST text/plain a=1');
  });

  it('goes on to the next address of a name when there is nobody at the first', async () => {
    answer = (_, response) => void response.end('found');
    expect(await read(here(), { resolve: async () => ['127.0.0.2', '127.0.0.1'] })).toBe('200 found');
  });

  it('follows no redirect by itself', async () => {
    answer = (_, response) => void response.writeHead(302, { location: '/elsewhere' }).end();
    expect(await read(here())).toBe('302 ');
  });

  it('is not what others get', async () => {
    let wasAsked = false;
    answer = (_, response) => {
      wasAsked = true;
      response.end();
    };
    const { port } = here();
    await expect(read(here(), { local: false })).rejects.toMatchObject({ code: 'not-https' });
    await expect(read(new URL(`https://localhost:${port}`), { local: false })).rejects.toMatchObject({
      code: 'not-public',
    });
    await expect(read(here(), { resolve: async () => ['127.0.0.1', '10.0.0.1'] })).rejects.toMatchObject({
      code: 'not-public',
    });
    expect(wasAsked).toBe(false);
  });

  it('names what the system calls a failure', async () => {
    const closed = here();
    await new Promise((resolve) => server.close(resolve));
    const found = await read(closed).catch((error: unknown) => error);
    expect(found).toBeInstanceOf(Unasked);
    expect(found).toMatchObject({ code: 'unreachable', message: 'localhost could not be reached (ECONNREFUSED).' });
  });

  it('lets through what the reader of an answer throws', async () => {
    answer = (_, response) => void response.end();
    const signal = new AbortController().signal;
    const taken = ask(here(), { mostBytes: 1, signal, local: true }, () => Promise.reject(new RangeError('mine')));
    await expect(taken).rejects.toThrow(RangeError);
  });
});
