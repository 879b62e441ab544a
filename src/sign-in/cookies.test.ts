import { makeSignature } from 'better-auth/crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cookieGone, cookieWith, tokenIn, type CookieRules } from './cookies.ts';

const rules: CookieRules = { secure: true, secrets: ['today', 'yesterday'] };
const token = 'Kq3_x-7Yb0';
const set = cookieWith(rules, 'session', token, 60);
const header = `${set.name}=${encodeURIComponent(set.value)}`;

it('signs as better-auth signs', async () => {
  expect(set.value).toBe(`${token}.${await makeSignature(token, 'today')}`);
});

it('sets the strictest attributes that let a link from a mail open signed in', () => {
  expect(set.name).toBe('__Host-gatepost.session');
  expect(set.attributes).toEqual({ path: '/', httpOnly: true, sameSite: 'lax', secure: true, maxAge: 60 });
  expect(cookieWith({ ...rules, secure: false }, 'session', token, 60)).toMatchObject({
    name: 'gatepost.session',
    attributes: { secure: false },
  });
  expect(cookieGone(rules, 'session')).toMatchObject({ value: '', attributes: { maxAge: 0 } });
});

it('reads it back among others, and behind a planted one of the same name', () => {
  expect(tokenIn(rules, 'session', `theme=dark; ${header}`)).toBe(token);
  expect(tokenIn(rules, 'session', `${set.name}=planted.AAAA; ${header}; x=1`)).toBe(token);
});

it('goes on reading what an older key signed', () => {
  const older = cookieWith({ ...rules, secrets: ['yesterday'] }, 'session', token, 60);
  expect(tokenIn(rules, 'session', `${older.name}=${encodeURIComponent(older.value)}`)).toBe(token);
  expect(tokenIn({ ...rules, secrets: ['tomorrow'] }, 'session', header)).toBeNull();
});

it('takes neither the cookie of the other step nor that of another scheme', () => {
  expect(tokenIn(rules, 'second-step', header)).toBeNull();
  expect(tokenIn({ ...rules, secure: false }, 'session', header)).toBeNull();
});

it('finds any changed character', () => {
  const raw = `${set.name}=${set.value}`;
  const last = raw.length - 1;
  fc.assert(
    fc.property(
      fc.integer({ min: set.name.length + 1, max: last - 2 }),
      fc.constantFrom('A', 'a', '0', '-', '_', '.'),
      (where, letter) => {
        fc.pre(raw[where] !== letter);
        const changed = raw.slice(0, where) + letter + raw.slice(where + 1);
        expect(tokenIn(rules, 'session', changed)).toBeNull();
      },
    ),
  );
});

it('answers null, not an error, to any header at all', () => {
  expect(tokenIn(rules, 'session', null)).toBeNull();
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(tokenIn(rules, 'session', text)).toBeNull();
      expect(tokenIn(rules, 'session', `${set.name}=${text}`)).toBeNull();
    }),
  );
});
