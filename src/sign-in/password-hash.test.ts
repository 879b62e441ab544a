import { expect, it } from 'vitest';
import { decoyHash, hashPassword, verifyPassword } from './password-hash.ts';

const password = 'plum kettle orbit fen';

it('writes its cost with the hash, and never the same hash twice', async () => {
  const [one, other] = await Promise.all([hashPassword(password), hashPassword(password)]);
  expect(one).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  expect(other).not.toBe(one);
});

it('knows the password again, also typed in another normal form, and no other', async () => {
  const hash = await hashPassword('crème brûlée für alle'.normalize('NFC'));
  expect(await verifyPassword({ hash, password: 'crème brûlée für alle'.normalize('NFD') })).toBe(true);
  expect(await verifyPassword({ hash, password: 'creme brulee fur alle' })).toBe(false);
  expect(await verifyPassword({ hash: decoyHash(), password })).toBe(false);
});

it('verifies a hash made at another cost', async () => {
  // RFC 7914, section 12: scrypt("password", "NaCl", N = 1024, r = 8, p = 16), its first 32 bytes
  const key = 'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162';
  const hash = [
    'scrypt',
    10,
    8,
    16,
    Buffer.from('NaCl').toString('base64url'),
    Buffer.from(key, 'hex').toString('base64url'),
  ];
  expect(await verifyPassword({ hash: hash.join('$'), password: 'password' })).toBe(true);
});
