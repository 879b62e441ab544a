// REST, asked over real HTTP: what it lets through, and how it says no.
import { createServer, request as httpRequest, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTrialRun, identify, registry } from '../fixture.ts';
import { codeReferences } from '../reference/errors.ts';
import type { Problem } from './problem.ts';
import { createRest } from './rest.ts';

const origin = 'https://gatepost.example';
const { run, calls } = createTrialRun();
const logged: { message: string; facts?: object | undefined }[] = [];
let server: Server;
let base: string;

beforeAll(async () => {
  const log = { error: (message: string, facts?: object) => void logged.push({ message, facts }) };
  const rest = createRest({ registry, run, identify, origin, log });
  server = createServer((request, response) => {
    void rest(request, response).then((handled) => handled || response.writeHead(200).end('a page'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const token = { authorization: 'Bearer gp_good' };
const post = (path: string, body: unknown, headers: Record<string, string> = token, method = 'POST') => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const asked: RequestInit = { method, headers: { 'content-type': 'application/json', ...headers }, body: text };
  return fetch(base + path, asked);
};
const explained = new Set(codeReferences(registry).map(({ code }) => code));
const problem = async (response: Response): Promise<Problem> => {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const found = (await response.json()) as Problem;
  expect(found.status).toBe(response.status);
  expect(explained).toContain(found.code);
  expect(found.type).toBe(`${origin}/reference/errors#${found.code}`);
  return found;
};

describe('what it lets through', () => {
  it('takes fields from the path and the body', async () => {
    const response = await post('/api/umbrellas/u%2F1/lost', { colour: 'red', urgent: true });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ id: 'u/1', colour: 'red', places: [], found: true });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('does not let the body overrule the path', async () => {
    const response = await post('/api/umbrellas/mine/lost', { umbrellaId: 'another', colour: 'red' });
    expect(await response.json()).toMatchObject({ id: 'mine' });
  });

  it('reads numbers, truth, repeated fields and JSON from a query string', async () => {
    const near = encodeURIComponent('{"x":3}');
    const response = await fetch(`${base}/api/umbrellas?page=2&found=false&colour=red&near=${near}`);
    const { echo } = (await response.json()) as { echo: string };
    expect(JSON.parse(echo)).toEqual({ page: 2, found: false, colour: ['red'], near: { x: 3 } });
    expect((await fetch(`${base}/api/umbrellas?colour=red&colour=black`)).status).toBe(200);
  });

  it('answers HEAD like GET, without a body', async () => {
    const response = await fetch(`${base}/api/umbrellas`, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  it('takes an empty body as no fields', async () => {
    const response = await fetch(`${base}/api/umbrellas/u1/owner`, {
      method: 'PUT',
      headers: { cookie: 'session=1', 'sec-fetch-site': 'same-origin' },
    });
    expect(await response.json()).toEqual({ done: true });
  });

  it('does once what is asked twice with one key', async () => {
    const headers = { ...token, 'idempotency-key': '"once"' };
    const first = await (await post('/api/umbrellas/u1/lost', { colour: 'red', urgent: true }, headers)).json();
    const again = await post(
      '/api/umbrellas/u1/lost',
      { colour: 'red', urgent: true },
      { ...token, 'idempotency-key': 'once' },
    );
    expect(await again.json()).toEqual(first);
  });

  it('takes a whole roll where the action says so', async () => {
    const response = await post('/api/umbrellas/list', { text: 'x'.repeat(14_000_000) });
    expect(await response.json()).toEqual({ length: 14_000_000 });
  });

  it('leaves every other address to the pages', async () => {
    for (const path of ['/', '/apis', '/api-docs']) expect(await (await fetch(base + path)).text()).toBe('a page');
  });
});

describe('how it says no', () => {
  it('tells the policy’s no with its clauses and the way out', async () => {
    const found = await problem(await post('/api/umbrellas/u1/lost', { colour: 'black' }));
    expect(found).toMatchObject({
      status: 403,
      kind: 'refused-by-policy',
      code: 'too-many-black',
      clauses: ['UM-7'],
      remedy: 'Tie a ribbon to it.',
    });
  });

  it('names every field that is wrong', async () => {
    const found = await problem(await post('/api/umbrellas/u1/lost', { colour: 'blue', reward: 'much' }));
    expect(found.status).toBe(422);
    expect(found.fields.map(({ field }) => field)).toEqual(['colour', 'reward']);
    const query = await problem(await fetch(`${base}/api/umbrellas?page=two&found=perhaps`));
    expect(query.fields.map(({ field }) => field)).toEqual(['page', 'found']);
  });

  it('tells a conflict', async () => {
    expect(await problem(await post('/api/umbrellas/gone/lost', { colour: 'red' }))).toMatchObject({
      status: 409,
      code: 'umbrella-gone',
    });
  });

  it('says nothing of our own mistakes but a number, under which the log has it all', async () => {
    const response = await post('/api/umbrellas/broken/lost', { colour: 'red' });
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toContain('spoke');
    const { instance } = JSON.parse(text) as Problem;
    expect(logged.at(-1)).toMatchObject({ facts: { instance, error: { message: 'a spoke snapped at secret-place' } } });
  });

  it('says where JSON goes wrong', async () => {
    const found = await problem(await post('/api/umbrellas/u1/lost', '{\n  "colour": red }'));
    expect(found).toMatchObject({ status: 400, code: 'malformed-body' });
    expect(found.detail).toContain('line 2, column 13');
    expect((await post('/api/umbrellas/u1/lost', '[1]')).status).toBe(422);
  });

  it('refuses bytes that are no text', async () => {
    const body = new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]);
    const response = await fetch(`${base}/api/umbrellas/u1/lost`, {
      method: 'POST',
      headers: { ...token, 'content-type': 'application/json' },
      body,
    });
    expect(await problem(response)).toMatchObject({ status: 400, code: 'malformed-body' });
  });

  it('refuses anything but JSON', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json; charset=latin1',
      'application/jsonp',
    ]) {
      expect(
        await problem(await post('/api/umbrellas/u1/lost', '{}', { ...token, 'content-type': type })),
      ).toMatchObject({ status: 415 });
    }
  });

  it('tells of a 10 MB post while it is still being sent', async () => {
    const large = JSON.stringify({ colour: 'red', places: ['x'.repeat(10_000_000)] });
    expect(await problem(await post('/api/umbrellas/u1/lost', large))).toMatchObject({
      status: 413,
      code: 'too-long',
      detail: 'The body is longer than 1,000,000 bytes.',
      remedy: 'Send less at once.',
    });
  });

  it('takes no more than 16 MB of a whole roll, and nothing of it from a visitor', async () => {
    const large = { text: 'x'.repeat(16_000_000) };
    expect(await problem(await post('/api/umbrellas/list', large))).toMatchObject({
      status: 413,
      detail: 'The body is longer than 16,000,000 bytes.',
    });
    expect(await problem(await post('/api/umbrellas/list', large, {}))).toMatchObject({ status: 401 });
  });

  it('tells of it also when the length was not announced', async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = { ...token, 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
      const sent = httpRequest(`${base}/api/umbrellas/u1/lost`, { method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on('error', reject);
      for (let piece = 0; piece < 100; piece++) sent.write('x'.repeat(100_000));
      sent.end();
    });
    expect(status).toBe(413);
  });

  it('outlives a client that goes away in the middle', async () => {
    const { port } = server.address() as AddressInfo;
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          'POST /api/umbrellas/u1/lost HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"col',
        );
        setTimeout(() => socket.destroy(), 20);
      });
      socket.on('close', () => resolve());
    });
    expect((await fetch(`${base}/api/umbrellas`)).status).toBe(200);
  });

  it('knows nothing but the addresses of the registry', async () => {
    expect(await problem(await fetch(`${base}/api/nothing`))).toMatchObject({ status: 404, code: 'no-such-address' });
    expect(await problem(await fetch(`${base}/api`))).toMatchObject({ status: 404 });
    expect((await post('/api/umbrellas/dry', {})).status).toBe(404);
    const wrong = await fetch(`${base}/api/umbrellas/u1/lost`, { method: 'DELETE' });
    expect(wrong.headers.get('allow')).toBe('POST');
    expect(await problem(wrong)).toMatchObject({ status: 405, code: 'wrong-method' });
  });

  it('sends a date to come back when asked too often', async () => {
    let last = await fetch(`${base}/api/umbrellas`);
    for (let n = 0; n < 50 && last.status === 200; n++) last = await fetch(`${base}/api/umbrellas`);
    expect(last.headers.get('retry-after')).toBe('60');
    expect(await problem(last)).toMatchObject({ status: 429, code: 'too-often' });
  });
});

describe('who is let in', () => {
  it('asks for a sign-in, with a challenge', async () => {
    const response = await post('/api/umbrellas/u1/lost', { colour: 'red' }, {});
    expect(response.headers.get('www-authenticate')).toContain('Bearer');
    expect(await problem(response)).toMatchObject({ status: 401, code: 'sign-in-needed' });
  });

  it('refuses a token that is not known, even where anybody may read', async () => {
    for (const authorization of ['Bearer gp_forged', 'Basic YTpi']) {
      const response = await fetch(`${base}/api/umbrellas`, { headers: { authorization, cookie: 'session=1' } });
      expect(await problem(response)).toMatchObject({ status: 401, code: 'token-not-known' });
    }
  });

  it('holds a token to its scopes, and keeps from all tokens what needs a person', async () => {
    const weak = await post('/api/umbrellas/u1/lost', { colour: 'red' }, { authorization: 'Bearer gp_weak' });
    expect(await problem(weak)).toMatchObject({ status: 403, code: 'token-not-enough' });
    const never = await post('/api/umbrellas/u1/owner', {}, token, 'PUT');
    expect(await problem(never)).toMatchObject({ status: 403, code: 'token-not-enough' });
  });

  it('changes nothing with a cookie that another site made a browser send', async () => {
    const cookie = { cookie: 'session=1' };
    const before = calls.length;
    for (const headers of [
      cookie,
      { ...cookie, 'sec-fetch-site': 'cross-site', origin },
      { ...cookie, 'sec-fetch-site': 'same-site' },
      { ...cookie, 'sec-fetch-site': 'none' },
      { ...cookie, origin: 'https://evil.example' },
      { ...cookie, origin: 'null' },
      { ...cookie, authorization: 'Basic YTpi' },
    ]) {
      expect(await problem(await post('/api/umbrellas/u1/lost', { colour: 'red' }, headers))).toMatchObject({
        code: 'other-site',
      });
    }
    expect(calls.length).toBe(before);
    expect((await post('/api/umbrellas/u1/lost', { colour: 'red' }, { ...cookie, origin })).status).toBe(200);
    expect(
      (await post('/api/umbrellas/u1/lost', { colour: 'red' }, { ...cookie, 'sec-fetch-site': 'same-origin' })).status,
    ).toBe(200);
  });

  it('refuses an idempotency key that is none', async () => {
    for (const key of ['x'.repeat(201), '', 'caf\u00e9']) {
      const response = await post('/api/umbrellas/u1/lost', { colour: 'red' }, { ...token, 'idempotency-key': key });
      expect(await problem(response)).toMatchObject({ status: 400, code: 'bad-idempotency-key' });
    }
  });
});
