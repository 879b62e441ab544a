// Whose word about a request's origin is believed, and how it is read.
import { describe, expect, it } from 'vitest';
import { createSight, isNetwork, type ProxyRules } from './seen-request.ts';

const PROXY = '10.0.0.2';
const X: ProxyRules = { proxies: ['10.0.0.0/8', '::1'], forwarded: 'x-forwarded' };
const RFC: ProxyRules = { ...X, forwarded: 'forwarded' };
const seen = (rules: ProxyRules, remoteAddress: string, headers: Record<string, string> = {}) =>
  createSight(rules)({ socket: { remoteAddress }, headers: { host: 'inside:3000', ...headers } });

it('takes nobody’s word unless told to', () => {
  const headers = { 'x-forwarded-for': '192.0.2.7', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example' };
  expect(seen({ proxies: [], forwarded: 'x-forwarded' }, '127.0.0.1', headers)).toEqual({
    address: '127.0.0.1',
    proto: null,
    host: 'inside:3000',
    unbelieved: true,
  });
  expect(seen(X, '192.0.2.9', headers)).toMatchObject({ address: '192.0.2.9', host: 'inside:3000', unbelieved: true });
  expect(seen(X, '192.0.2.9').unbelieved).toBe(false);
});

describe('from a proxy that is named', () => {
  it('takes client, protocol and host', () => {
    const headers = {
      'x-forwarded-for': '192.0.2.7',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'posts.millrace.example',
    };
    expect(seen(X, PROXY, headers)).toEqual({
      address: '192.0.2.7',
      proto: 'https',
      host: 'posts.millrace.example',
      unbelieved: false,
    });
    expect(seen(X, `::ffff:${PROXY}`, headers).address).toBe('192.0.2.7');
  });

  it('takes the nearest address that is no proxy: what stands left of it the client may have written itself', () => {
    const chain = { 'x-forwarded-for': '203.0.113.66, 192.0.2.7, 10.1.1.1' };
    expect(seen(X, PROXY, chain).address).toBe('192.0.2.7');
    expect(seen(X, PROXY, { 'x-forwarded-for': 'unknown, 10.1.1.1' }).address).toBe('10.1.1.1');
    expect(seen(X, PROXY, { 'x-forwarded-for': 'rubbish' }).address).toBe(PROXY);
    expect(seen(X, PROXY).address).toBe(PROXY);
  });

  it('reads ports and IPv6 of every writing', () => {
    for (const [written, address] of [
      ['192.0.2.7:4711', '192.0.2.7'],
      ['[2001:db8::7]:4711', '2001:db8::7'],
      ['2001:DB8:0::7', '2001:db8::7'],
      ['::ffff:192.0.2.7', '192.0.2.7'],
    ] as const)
      expect(seen(X, '::1', { 'x-forwarded-for': written }).address).toBe(address);
  });

  it('reads RFC 7239, quoted and chained', () => {
    const headers = {
      forwarded:
        'for=203.0.113.66;proto=http, For="[2001:db8::7]:80"; Proto=https;host="posts.millrace.example", for=10.1.1.1',
    };
    expect(seen(RFC, PROXY, headers)).toEqual({
      address: '2001:db8::7',
      proto: 'https',
      host: 'posts.millrace.example',
      unbelieved: false,
    });
    expect(seen(RFC, PROXY, { forwarded: 'for=_hidden, for=10.1.1.1' }).address).toBe('10.1.1.1');
    expect(seen(RFC, PROXY, { forwarded: 'for="192.0.2.7' }).address).toBe(PROXY);
  });

  it('never looks at the other kind of header, which the client may have written itself', () => {
    const both = { 'x-forwarded-for': '192.0.2.7', forwarded: 'for=203.0.113.66' };
    expect(seen(X, PROXY, both).address).toBe('192.0.2.7');
    expect(seen(RFC, PROXY, both).address).toBe('203.0.113.66');
  });
});

it('knows a network from a word', () => {
  expect(['127.0.0.1', '::1', '10.0.0.0/8', 'fd00::/8'].filter(isNetwork)).toHaveLength(4);
  expect(['', 'proxy', '10.0.0.0/33', '0.0.0.0/0', '::/0', '10.0'].filter(isNetwork)).toEqual([]);
});
