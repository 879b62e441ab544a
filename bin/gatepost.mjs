#!/usr/bin/env node
// Starts Gatepost under the Node it needs. Plain old JavaScript, so that an older Node can read it and pass on to the newer.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import * as module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = 26;
const here = realpathSync(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));

if (majorOf(process.version) >= NEEDED) {
  // Passed on by an older Node: when that one dies, even by kill -9, finish and go too.
  if (process.connected) {
    process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
    process.channel.unref();
  }
  // Faster from the second start on. Answers with a status instead of throwing where it may not write.
  module.enableCompileCache(join(root, 'node_modules', '.cache', 'compiled'));
  await import('../src/main/cli.ts');
} else {
  const node = newerNode();
  if (node === undefined) {
    process.stderr.write(
      `Gatepost needs Node ${NEEDED}; this is ${process.version}, and the one that comes with Gatepost is not installed.\n` +
        `Run: npm install --include=optional   (in ${root})\n` +
        `or install Node ${NEEDED} or newer from https://nodejs.org and start again.\n`,
    );
    process.exitCode = 2;
  } else {
    passOn(node);
  }
}

/** Beside us, or above us when we are somebody's dependency. */
function newerNode() {
  for (let folder = root; ; folder = dirname(folder)) {
    const node = join(folder, 'node_modules', '.bin', 'node');
    if (existsSync(node) && versionOf(node) >= NEEDED) return node;
    if (folder === dirname(folder)) return undefined;
  }
}

/** From the package it lies in: asking the program itself would cost each start a tenth of a second. */
function versionOf(node) {
  try {
    return majorOf(JSON.parse(readFileSync(join(dirname(realpathSync(node)), '..', 'package.json'), 'utf8')).version);
  } catch {
    return 0;
  }
}

function majorOf(version) {
  return Number(/\d+/.exec(version)[0]);
}

function passOn(node) {
  const child = spawn(node, [...process.execArgv, here, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // Ctrl-C in a terminal reaches both of us; passed on as well, it would count as a second, impatient one.
    process.on(signal, () => void ((signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal)));
  }
  child.on('error', (error) => {
    process.stderr.write(`${node} does not start (${error.message}). Run npm install again.\n`);
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    if (code === 127) {
      process.stderr.write(
        `Node ${NEEDED}, which comes with Gatepost, misses the library named above.\n` +
          'Debian and Ubuntu: apt-get install libatomic1   Fedora and Red Hat: dnf install libatomic\n',
      );
    }
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal); // end the way it ended
  });
}
