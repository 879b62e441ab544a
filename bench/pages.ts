// A signed-in page of 50 rows, against an empty page in the same frame, and against bare SvelteKit.
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createServer } from 'node:http';
import type { serve as Serve } from '#main/serve.ts';
import { share, type Figure } from './figure.ts';
import { requestsPerSecond } from './stand/load.ts';
import { openStand, savedPosts, type Stand } from './stand/school.ts';

const ROOT = join(import.meta.dirname, '..');
const SECONDS = 2;
const ROUNDS = 7;
/** More than one process answers at once, so that it is never idle: what is measured is its work, not the waiting. */
const CLIENTS = 32;
/** As many connections to the database as `gatepost start` opens. */
const POOL = 12;

export async function* figures(): AsyncGenerator<Figure> {
  const stand = await openStand(POOL);
  const copy = join(stand.dataDir, 'copy');
  let served: { readonly port: number; close(): Promise<void> } | undefined;
  try {
    await savedPosts(stand, 60);
    process.stderr.write('  building the product with two empty pages more …\n');
    await buildCopy(copy);
    served = await serveCopy(copy, stand);
    const load = { port: served.port, cookie: stand.cookie, connections: CLIENTS, seconds: SECONDS };
    const rounds: { empty: number; rows: number; bare: number }[] = [];
    // In turns, so that whatever else the machine does falls on each alike; the middle round counts.
    for (let round = 0; round < ROUNDS; round += 1) {
      const empty = await requestsPerSecond({ ...load, path: '/empty' });
      const rows = await requestsPerSecond({ ...load, path: '/posts' });
      const bare = await requestsPerSecond({ ...load, path: '/bare' });
      rounds.push({ empty, rows, bare });
    }
    rounds.sort((one, other) => one.rows / one.empty - other.rows / other.empty);
    const { empty, rows, bare } = rounds[Math.floor(ROUNDS / 2)]!;
    yield {
      figure: `Signed-in page of 50 posts (${Math.round(rows)} a second)`,
      value: share(rows / empty),
      goal: '≥ 35 %',
      met: rows / empty >= 0.35,
      against: `an empty page in the same frame, behind the same hooks and session check (${Math.round(empty)} a second)`,
    };
    yield {
      figure: 'Signed-in page of 50 posts',
      value: share(rows / bare),
      goal: '–',
      met: null,
      against: `a bare empty page of SvelteKit, nobody asked who it is (${Math.round(bare)} a second)`,
    };
  } finally {
    await served?.close();
    await stand.close();
    rmSync(copy, { recursive: true, force: true });
  }
}

const EMPTY = '<p>Nothing.</p>\n';

/** The product with an empty page for people signed in, and one that the hooks let through untouched. */
async function buildCopy(copy: string): Promise<void> {
  mkdirSync(copy);
  for (const name of ['src', 'static', 'migrations', 'policies', 'package.json', 'vite.config.ts', 'tsconfig.json']) {
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  const staff = join(copy, 'src', 'routes', '(staff)', 'empty');
  const bare = join(copy, 'src', 'routes', 'bare');
  for (const folder of [staff, bare]) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '+page.svelte'), EMPTY);
  }
  const hooks = join(copy, 'src', 'hooks.server.ts');
  const text = readFileSync(hooks, 'utf8');
  const opened = text.replace(
    'export const handle: Handle = async ({ event, resolve }) => {',
    "export const handle: Handle = async ({ event, resolve }) => {\n  if (event.url.pathname === '/bare') return resolve(event);",
  );
  if (opened === text) throw new Error('The hook could not be opened for the bare page.');
  writeFileSync(hooks, opened);
  const vite = spawn(
    process.execPath,
    [join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'error'],
    { cwd: copy, stdio: 'inherit' },
  );
  const [code] = (await once(vite, 'exit')) as [number];
  if (code !== 0) throw new Error('The copy could not be built.');
}

/** In this process, as `gatepost start` serves it. */
async function serveCopy(copy: string, stand: Stand): Promise<{ port: number; close(): Promise<void> }> {
  const { serve } = (await import(join(copy, 'src', 'main', 'serve.ts'))) as { serve: typeof Serve };
  const free = createServer().listen(0);
  const { port } = free.address() as { port: number };
  await new Promise((resolve) => free.close(resolve));
  const { close } = await serve(stand.app, { host: '127.0.0.1', port });
  return { port, close };
}
