import { describe, expect, it } from 'vitest';
import { addressFault, isOnThisMachine, isPublic, mayReach } from './public-address.ts';

describe('a public address', () => {
  it.each([
    '142.250.187.206', '20.190.159.2', '93.184.215.14', '8.8.8.8', '2a00:1450:4009:80b::200e', '2606:2800:21f:cb07::1',
  ])('is %s', (ip) => {
    expect(isPublic(ip)).toBe(true);
  }); // prettier-ignore
  it.each([
    '0.0.0.0', '127.0.0.1', '10.0.0.1', '172.16.4.4', '192.168.1.1', '100.64.0.1', '192.0.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255',
    '::', '::1', '::5', '::10.0.0.1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fec0::1', 'ff02::1', '2001:db8::1', '4000::1',
    '::ffff:10.0.0.1', '::ffff:192.168.0.1', '64:ff9b::a00:1', '64:ff9b:1::a00:1', '2002:a00:1::',
    'localhost', 'calendar.example', '',
  ])('is not “%s”', (ip) => {
    expect(isPublic(ip)).toBe(false);
  }); // prettier-ignore
  it.each(['169.254.169.254', '100.100.100.200', '192.0.0.192', '168.63.129.16', 'fd00:ec2::254'])(
    'is not %s, where a cloud hands out keys',
    (ip) => {
      expect(isPublic(ip)).toBe(false);
    },
  );
});

describe('what may be asked', () => {
  it('is anything named, over https', () => {
    expect(addressFault(new URL('https://accounts.google.com'), false)).toBeNull();
  });
  it.each([
    ['http://accounts.google.com', 'not-https'],
    ['ftp://accounts.google.com/', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['http://localhost:4000', 'not-https'],
    ['https://me:secret@accounts.google.com/', 'password'],
    ['https://10.0.0.1/', 'not-public'],
    ['https://[::1]/', 'not-public'],
    ['https://[::ffff:10.0.0.1]/', 'not-public'],
    ['https://0x7f.1/', 'not-public'],
    ['https://2130706433/', 'not-public'],
    ['https://0/', 'not-public'],
  ])('is not %s', (address, fault) => {
    expect(addressFault(new URL(address), false)).toBe(fault);
  });
  it('is this very machine too, while Gatepost is tried on it, but no other by plain http', () => {
    expect(addressFault(new URL('http://127.0.0.1:4000'), true)).toBeNull();
    expect(addressFault(new URL('http://localhost:4000'), true)).toBeNull();
    expect(addressFault(new URL('http://accounts.google.com'), true)).toBe('not-https');
    expect(addressFault(new URL('https://192.168.1.1'), true)).toBe('not-public');
    expect(mayReach('127.0.0.1', true)).toBe(true);
    expect(mayReach('192.168.1.1', true)).toBe(false);
  });
});

it('knows whether it stands on this machine alone', () => {
  expect(isOnThisMachine('http://localhost:3000')).toBe(true);
  expect(isOnThisMachine('http://[::1]:3000')).toBe(true);
  expect(isOnThisMachine('https://posts.millrace.sch.uk')).toBe(false);
});
