import { format, inspect } from 'node:util';
import { expect, test } from 'vitest';
import { reveal, Secret } from './secret.ts';

const password = new Secret('correct horse');
const key = new Secret(new TextEncoder().encode('correct horse'));

/** As careless code would take it. */
const taken = password as unknown as string;

test('a secret is read by reveal and by nothing else', () => {
  expect(reveal(password)).toBe('correct horse');
  expect(new TextDecoder().decode(reveal(key))).toBe('correct horse');
});

test.each([
  ['String()', () => String(taken)],
  ['a template', () => `${taken}`],
  ['joining', () => '' + taken],
  ['JSON', () => JSON.stringify({ password })],
  ['inspect', () => inspect({ deep: [{ password, key }] }, { depth: 9, showHidden: true })],
  ['inspect without custom printing', () => inspect({ password, key }, { customInspect: false, showHidden: true })],
  ['console formatting', () => format('%s %o %O %j', password, password, key, password)],
  ['copying', () => JSON.stringify(Object.assign({}, password, key))],
  ['entries', () => JSON.stringify([Object.entries(password), Reflect.ownKeys(key)])],
  ['cloning', () => inspect(structuredClone({ password, key }))],
  ['an error', () => inspect(new Error('no', { cause: password }))],
])('a secret stays hidden in %s', (_where, shown) => {
  expect(shown()).not.toContain('correct');
  expect(shown()).not.toContain('99, 111, 114');
  expect(shown()).not.toContain('63 6f 72');
});
