import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFailure } from './errors.ts';
import { keyringFor, keyringOf, type Key } from './keyring.ts';
import { needsRotation, open, openText, reseal, seal } from './secret-box.ts';
import { Secret } from './secret.ts';

const oldKey: Key = new Secret(new Uint8Array(randomBytes(32)));
const newKey: Key = new Secret(new Uint8Array(randomBytes(32)));
const ring = keyringOf([oldKey]);
const turned = keyringOf([newKey, oldKey]);

const kindOf = (attempt: () => unknown): string => {
  try {
    attempt();
    return 'opened';
  } catch (error) {
    return isFailure(error) ? error.kind : `crashed: ${String(error)}`;
  }
};

test('what was sealed opens again, in its own place', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.string({ maxLength: 2000 }), (plain, context) => {
      expect(Buffer.from(open(ring, seal(ring, plain, context), context))).toEqual(Buffer.from(plain));
    }),
  );
});

test('words come back letter for letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (words) => {
      expect(openText(ring, seal(ring, words, 'here'), 'here')).toBe(words);
    }),
  );
});

test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])('a value of %i bytes comes back whole', (size) => {
  const plain = randomBytes(size);
  expect(Buffer.from(open(ring, seal(ring, plain, 'big'), 'big')).equals(plain)).toBe(true);
});

test('one changed, missing or added byte is found', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 80 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (plain, position, difference) => {
        const sealed = seal(ring, plain, 'here');
        const at = position % sealed.length;
        const changed = Uint8Array.from(sealed, (byte, index) => (index === at ? byte ^ difference : byte));
        expect(kindOf(() => open(ring, changed, 'here'))).not.toBe('opened');
        expect(kindOf(() => open(ring, sealed.subarray(0, at), 'here'))).toBe('internal');
        expect(kindOf(() => open(ring, Buffer.concat([sealed, Buffer.of(difference)]), 'here'))).toBe('internal');
      },
    ),
  );
});

test('a value cannot be moved to another row, nor opened for another purpose', () => {
  const sealed = seal(keyringFor(ring, 'totp'), 'seed', 'totp/hill-school/ada');
  expect(kindOf(() => open(keyringFor(ring, 'totp'), sealed, 'totp/hill-school/bob'))).toBe('internal');
  expect(kindOf(() => open(keyringFor(ring, 'mail'), sealed, 'totp/hill-school/ada'))).toBe('internal');
  expect(kindOf(() => open(ring, sealed, 'totp/hill-school/ada'))).toBe('internal');
});

test('noise never opens and never crashes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 120 }), (noise) => {
      expect(kindOf(() => open(ring, noise, 'here'))).toBe('internal');
    }),
  );
});

test('the same value never seals to the same bytes twice', () => {
  expect(Buffer.from(seal(ring, 'seed', 'here'))).not.toEqual(Buffer.from(seal(ring, 'seed', 'here')));
});

test('after a change of key the old value opens, is named, and is sealed afresh', () => {
  const sealed = seal(ring, 'seed', 'here');
  expect(openText(turned, sealed, 'here')).toBe('seed');
  expect(needsRotation(ring, sealed)).toBe(false);
  expect(needsRotation(turned, sealed)).toBe(true);
  const fresh = reseal(turned, sealed, 'here');
  expect(needsRotation(turned, fresh)).toBe(false);
  expect(openText(keyringOf([newKey]), fresh, 'here')).toBe('seed');
});

test('a key that is not on the ring is named, and why that matters is said', () => {
  const sealed = seal(turned, 'seed', 'here');
  expect(kindOf(() => open(ring, sealed, 'here'))).toBe('unavailable');
  expect(() => open(ring, sealed, 'here')).toThrow(turned.current);
});
