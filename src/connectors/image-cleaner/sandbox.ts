// Keeps the process that opens strangers' pictures apart, so that one made to break the decoder breaks nothing else.
// It starts with the first picture and goes, with all the memory it took, when there has been none for a minute.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { fail } from '#kernel/errors.ts';
import { refusalOf, tooSlow } from './refusals.ts';
import type { Answer, Request } from './sandboxed.ts';

const ENTRY = fileURLToPath(new URL('./sandboxed.ts', import.meta.url));
const OUR_CODE = fileURLToPath(new URL('../../', import.meta.url));
const OUR_PACKAGE = fileURLToPath(new URL('../../../package.json', import.meta.url));
const PACKAGES = createRequire(import.meta.url)
  .resolve('sharp')
  .replace(/(?<=node_modules[\\/]).*$/, '');
/** The same folder by the path that leads there: it may be a link. */
const PACKAGES_HERE = fileURLToPath(new URL('../../../node_modules/', import.meta.url));
const IDLE_SECONDS = 60;

/**
 * Node's permission model: no network, no writing, no child of its own; may read code (never the data folder) and load
 * the decoder. It holds JavaScript only: a decoder taken over by a picture is not held by it, but finds no key in its memory.
 */
const MAY_READ = [OUR_CODE, OUR_PACKAGE, PACKAGES, PACKAGES_HERE].map((path) => `--allow-fs-read=${path}`);
const MAY = ['--permission', '--allow-addons', ...MAY_READ];
const QUIETLY = '--disable-warning=PERM0001'; // says on each start what stands above

export interface Sandbox extends AsyncDisposable {
  /** One picture at a time. After `seconds` the process is ended and the picture refused. */
  ask(request: Request, seconds: number): Promise<Answer>;
}

export function openSandbox(): Sandbox {
  let child: ChildProcess | null = null;
  let goHome: NodeJS.Timeout | undefined;

  async function stop(): Promise<void> {
    clearTimeout(goHome);
    const ending = child;
    child = null;
    if (ending === null || hasEnded(ending)) return;
    const ended = once(ending, 'exit');
    ending.kill('SIGKILL');
    await ended;
  }

  return {
    async ask(request, seconds) {
      clearTimeout(goHome);
      if (child === null || hasEnded(child)) child = await start();
      try {
        return await askOnce(child, request, seconds);
      } finally {
        goHome = setTimeout(() => void stop(), IDLE_SECONDS * 1000).unref();
      }
    },
    [Symbol.asyncDispose]: stop,
  };
}

/** An empty environment: the process knows no password and no address. */
async function start(): Promise<ChildProcess> {
  const child = fork(ENTRY, {
    execArgv: [...MAY, QUIETLY],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const over = new AbortController();
  const ended = once(child, 'exit', { signal: over.signal }).then(() => {
    throw fail.unavailable({
      code: 'picture-cleaner-not-starting',
      message: 'Pictures cannot be taken in at the moment.',
      remedy: 'Tell whoever looks after Gatepost that the picture cleaner does not start; the log says why.',
    });
  });
  try {
    await Promise.race([once(child, 'message', { signal: over.signal }), ended]);
    return child;
  } finally {
    over.abort();
  }
}

async function askOnce(child: ChildProcess, request: Request, seconds: number): Promise<Answer> {
  const over = new AbortController();
  let late = false;
  const deadline = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, seconds * 1000);
  const answered = once(child, 'message', { signal: over.signal }).then(([message]) => message as Answer);
  const ended = once(child, 'exit', { signal: over.signal }).then(([code, signal]) => {
    throw late ? tooSlow() : refusalOf(new Error(`The decoder broke down (${signal ?? code}).`), request.limitPixels);
  });
  try {
    child.send(request);
    return await Promise.race([answered, ended]);
  } finally {
    clearTimeout(deadline);
    over.abort();
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
