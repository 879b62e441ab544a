// Builds the pages when there are none yet, or when a source is newer than what was built; one build at a time.
import { spawn } from 'node:child_process';
import { existsSync, globSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { askHolder, holdName, type HeldName } from '#db/embedded/held-name.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const STAMP = join(ROOT, 'build', '.built');
const SOURCES = [
  'src/routes/**',
  'src/ui/**',
  'src/surfaces/web/**',
  'src/app.html',
  'src/hooks.server.ts',
  'static/**',
  'vite.config.ts',
  'package-lock.json',
];
const PURPOSE = 'pages';

/**
 * @param say told each step that takes longer than a second
 * @throws an Error with the last lines that the build printed
 */
export async function freshenPages(say: (line: string) => void, signal?: AbortSignal): Promise<void> {
  if (pagesState() === 'fresh') return;
  const turn = await ourTurn(say, signal);
  try {
    // Whoever had the turn before may have built them.
    if (pagesState() === 'fresh') return;
    say('Building the pages (about twenty seconds, once) …');
    await build();
  } finally {
    await turn.release();
  }
}

/** Two builds at once would write into each other. The system ends the turn of a process that is killed. */
async function ourTurn(say: (line: string) => void, signal?: AbortSignal): Promise<HeldName> {
  const hold = () => holdName(ROOT, PURPOSE, () => String(process.pid));
  const turn = await hold();
  if (turn) return turn;
  const holder = await askHolder(ROOT, PURPOSE);
  say(`Waiting for process ${holder || 'elsewhere'}, which is building the pages …`);
  for (;;) {
    await wait(250, undefined, signal ? { signal } : {});
    const next = await hold();
    if (next) return next;
  }
}

export function pagesState(): 'fresh' | 'stale' | 'missing' {
  if (!existsSync(STAMP)) return 'missing';
  const built = statSync(STAMP).mtimeMs;
  const isNewer = (file: string): boolean => {
    const stat = statSync(join(ROOT, file));
    return stat.isFile() && stat.mtimeMs > built;
  };
  return globSync(SOURCES, { cwd: ROOT }).some(isNewer) ? 'stale' : 'fresh';
}

async function build(): Promise<void> {
  const lines: string[] = [];
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  // Left alone by a parent that was killed, it would write into the next one's build.
  const endsWithUs = new URL('./end-with-parent.ts', import.meta.url).href;
  const child = spawn(process.execPath, ['--import', endsWithUs, vite, 'build', '--logLevel', 'warn'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => lines.push(text.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error(`The pages could not be built:\n${lines.join('').split('\n').slice(-20).join('\n')}`);
  writeFileSync(STAMP, '');
}
