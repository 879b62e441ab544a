// How long our files are: a habit to look at, not a rule to break. Shown at the end of `npm test`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LONG = 300;

/** @param {string} root */
export function sizesInWords(root) {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|svelte)$/.test(file) && !/\.test\.ts$|\.gen\.ts$/.test(file))
    .map((file) => ({ file, lines: readFileSync(join(root, 'src', file), 'utf8').split('\n').length - 1 }))
    .toSorted((a, b) => a.lines - b.lines);
  const median = files[Math.floor(files.length / 2)]?.lines ?? 0;
  const long = files.filter(({ lines }) => lines > LONG).map(({ file, lines }) => `${file} (${lines})`);
  return `sizes: ${files.length} files, median ${median} lines; over ${LONG}: ${long.join(', ') || 'none'}`;
}
