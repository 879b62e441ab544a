// What is written by a program is what the program would write today.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesFromCode } from '#test/generated/files.ts';
import { root } from './source-files.ts';

it('has the reference, the schemas and the parsed policies as the code has them', async () => {
  const files = await filesFromCode();
  const stale = [...files].filter(([path, text]) => read(path) !== text).map(([path]) => path);
  expect(stale, 'Run: npm run generate').toEqual([]);
});

function read(path: string): string | null {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return null;
  }
}
