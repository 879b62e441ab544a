// Who is told that this is not the right address, and in which words.
import { describe, expect, it } from 'vitest';
import { turnedAway } from './own-address.ts';

const ORIGIN = 'https://posts.millrace.example';
const get = (host: string | null, proto: 'http' | 'https' | null = null) =>
  turnedAway(ORIGIN, { host, proto }, { method: 'GET', url: '/today?x=1', headers: {} });
const post = (headers: Record<string, string>, url = '/sign-in') =>
  turnedAway(ORIGIN, { host: 'posts.millrace.example', proto: 'https' }, { method: 'POST', url, headers });

describe('a request', () => {
  it('for our own name is answered, whether or not a port stands in it', () => {
    for (const host of ['posts.millrace.example', 'posts.millrace.example:443', 'Posts.Millrace.Example'])
      expect(get(host, 'https')).toBe(null);
  });

  it('for another name is told ours, and what to set', () => {
    for (const host of ['10.0.0.5:3000', 'evil.example', null])
      expect(get(host)).toMatchObject({
        status: 421,
        words: expect.stringMatching(/^This Gatepost is at https:\/\/posts\.millrace\.example\n[^]*GATEPOST_ORIGIN/),
      });
  });

  it('on this machine may use any of its names', () => {
    for (const host of ['127.0.0.1:3000', '[::1]:3000', 'localhost'])
      expect(turnedAway('http://localhost:3000', { host, proto: null }, { headers: {} })).toBe(null);
  });

  it('without https is sent on to it, a form is not', () => {
    expect(get('posts.millrace.example', 'http')).toEqual({ status: 308, location: `${ORIGIN}/today?x=1` });
    const form = turnedAway(
      ORIGIN,
      { host: 'posts.millrace.example', proto: 'http' },
      { method: 'POST', url: '/', headers: {} },
    );
    expect(form).toMatchObject({ status: 421 });
  });

  it('from a page of somebody else does nothing', () => {
    expect(post({ origin: 'https://evil.example' })).toMatchObject({
      status: 403,
      words: expect.stringContaining('Nothing was done'),
    });
    expect(post({ origin: ORIGIN })).toBe(null);
    expect(post({})).toBe(null);
    expect(post({ origin: 'https://evil.example' }, '/api/posts')).toBe(null);
  });
});
