import { describe, expect, test } from 'vitest';
import { isOnThisMachine, isPublic, mayAsk } from './public-address.ts';

describe('what is public', () => {
  test.each(['142.250.187.206', '20.190.159.2', '2a00:1450:4009:80b::200e'])('%s', (ip) => {
    expect(isPublic(ip)).toBe(true);
  });
  test.each([
    '10.0.0.1', '172.16.4.4', '192.168.1.1', '127.0.0.1', '0.0.0.0', '169.254.169.254', '100.64.0.1', '224.0.0.1',
    '255.255.255.255', '::', '::1', 'fe80::1', 'fc00::1', '::ffff:10.0.0.1', '64:ff9b::a00:1', '2002:a00:1::', 'localhost', '',
  ])('not %s', (ip) => {
    expect(isPublic(ip)).toBe(false);
  }); // prettier-ignore
});

describe('what may be asked', () => {
  test('anything named, over https', () => {
    expect(mayAsk(new URL('https://accounts.google.com'), false)).toBe(true);
  });
  test.each([
    'http://accounts.google.com',
    'https://10.0.0.1/',
    'https://[::1]/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://me:secret@accounts.google.com/',
    'ftp://accounts.google.com/',
    'http://localhost:4000',
  ])('not %s', (address) => {
    expect(mayAsk(new URL(address), false)).toBe(false);
  });
  test('this very machine too, while Gatepost is tried on it, but no other by plain http', () => {
    expect(mayAsk(new URL('http://127.0.0.1:4000'), true)).toBe(true);
    expect(mayAsk(new URL('http://localhost:4000'), true)).toBe(true);
    expect(mayAsk(new URL('http://accounts.google.com'), true)).toBe(false);
    expect(mayAsk(new URL('https://192.168.1.1'), true)).toBe(false);
  });
});

test('knows whether it stands on this machine alone', () => {
  expect(isOnThisMachine('http://localhost:3000')).toBe(true);
  expect(isOnThisMachine('http://[::1]:3000')).toBe(true);
  expect(isOnThisMachine('https://posts.millrace.sch.uk')).toBe(false);
});
