// A short mark of what our sources are right now: equal marks, equal sources.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const PLACES = [
  'src',
  'test',
  'e2e',
  'migrations',
  'policies',
  'package-lock.json',
  'vite.config.ts',
  'vitest.config.ts',
  'playwright.config.ts',
];

/** @param {string} root */
export function stampOf(root) {
  const hash = createHash('sha256');
  for (const file of PLACES.flatMap((place) => filesBelow(root, place))) {
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} place
 * @returns {string[]}
 */
function filesBelow(root, place) {
  const path = join(root, place);
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [place];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(root, `${place}/${name}`));
}
