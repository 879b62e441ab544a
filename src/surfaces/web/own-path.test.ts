import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

test.each(['/posts/1', '/posts?page=2', '/'])('goes on to %s', (path) => {
  expect(ownPath(path, '/today')).toBe(path);
});

test.each([
  null,
  undefined,
  '',
  'posts',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/..//evil.example',
  '/%2e%2e//evil.example',
  'javascript:alert(1)',
  '\\\\evil.example',
])('stays here for %j', (path) => {
  expect(ownPath(path, '/today')).toBe('/today');
});
