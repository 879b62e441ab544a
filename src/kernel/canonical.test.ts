// Canonical JSON as RFC 8785 has it: one form for one value, whoever wrote it down.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalText, sha256, type Json } from './canonical.ts';

test('the example of RFC 8785, section 3.2.2', () => {
  const value: Json = {
    numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  };
  expect(canonicalText(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('keys are sorted by UTF-16 units (section 3.2.3)', () => {
  const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
  expect(
    Object.keys(JSON.parse(canonicalText(value)) as object).map((key) => value[key as keyof typeof value]),
  ).toEqual([4, 2, 6, 7, 1, 5, 3]);
});

test('it says the same as JSON, and one thing in one way', () => {
  const json = fc.jsonValue() as fc.Arbitrary<Json>;
  fc.assert(
    fc.property(json, (value) => {
      expect(JSON.parse(canonicalText(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  fc.assert(
    fc.property(json, (value) => canonicalText(JSON.parse(canonicalText(value)) as Json) === canonicalText(value)),
  );
});

test('SHA-256 of nothing and of “abc” (FIPS 180-4)', () => {
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256(new TextEncoder().encode('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('what JSON cannot say is refused', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, undefined, () => 1])
    expect(() => canonicalText(value as never)).toThrow();
});
