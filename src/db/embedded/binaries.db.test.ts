// PostgreSQL's programs in a package that nobody else may enter, and whose install script never ran.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findBinaries, findPackage } from './binaries.ts';
import { isRoot, trialFolder } from './trial.ts';

let home: string;
beforeEach(() => {
  home = trialFolder();
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function closedPackage() {
  const { root, version } = findPackage();
  const closed = join(home, 'package');
  cpSync(root, closed, { recursive: true, filter: (path) => !/\.so\.(6|60|5)$|\.a$/.test(path) });
  return { root: closed, version };
}

it('runs them where they are, after making their links', () => {
  const from = closedPackage();
  const { postgres } = findBinaries(undefined, join(home, 'copy'), from);
  expect(postgres).toBe(join(from.root, 'native', 'bin', 'postgres'));
});

it.runIf(isRoot)('copies them once to a folder all may enter', () => {
  chmodSync(home, 0o711); // the way to the copy is open, the way to the package is not
  const from = closedPackage();
  chmodSync(from.root, 0o700);
  const nobody = { uid: 65534, gid: 65534 };
  const { postgres } = findBinaries(nobody, join(home, 'copy'), from);
  expect(postgres).toBe(join(home, 'copy', `postgresql-${from.version}`, 'bin', 'postgres'));
  expect(execFileSync(postgres, ['--version'], { ...nobody, cwd: '/', encoding: 'utf8' })).toMatch(/PostgreSQL\) 18/);
  expect(existsSync(join(home, 'copy', `postgresql-${from.version}`, 'lib', 'libpq.a'))).toBe(false);
  expect(findBinaries(nobody, join(home, 'copy'), from).postgres).toBe(postgres);
});

it.runIf(isRoot)('refuses a folder where others could swap them', () => {
  chmodSync(home, 0o711);
  const from = closedPackage();
  chmodSync(from.root, 0o700);
  mkdirSync(join(home, 'copy'));
  chmodSync(join(home, 'copy'), 0o777);
  expect(() => findBinaries({ uid: 65534, gid: 65534 }, join(home, 'copy'), from)).toThrow(/others may write there/);
});
