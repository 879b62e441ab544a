// The data folder is made where it can be, and where it cannot, the message says what stands in the way.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeDataFolder } from './folder.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'gatepost-folder-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

test('folders above it are made as well, all closed to everyone else', () => {
  const made = makeDataFolder(join(home, 'a', 'b', 'data'));
  expect(statSync(made).mode & 0o777).toBe(0o700);
  expect(statSync(join(home, 'a')).mode & 0o777).toBe(0o700);
  expect(makeDataFolder(made)).toBe(made);
});

test('a file in the way is named', () => {
  const file = join(home, 'file');
  writeFileSync(file, '');
  for (const wanted of [file, join(file, 'data')]) {
    expect(() => makeDataFolder(wanted)).toThrow(
      `${wanted} cannot be the data folder: it is, or lies below, a file. Set GATEPOST_DATA to a folder.`,
    );
  }
});

test('a name that is too long is an answer, not a crash', () => {
  expect(() => makeDataFolder(join(home, 'x'.repeat(300)))).toThrow(
    /cannot be made \(ENAMETOOLONG\)\. Set GATEPOST_DATA/,
  );
});

test.runIf(process.platform === 'linux')(
  'where the system makes no folders, it says so and does not wait for ever',
  () => {
    expect(() => makeDataFolder('/proc/gatepost/data')).toThrow(/Set GATEPOST_DATA to|set GATEPOST_DATA to/);
  },
);
