// Builds the pages when there are none yet, or when a source is newer than what was built.
import { spawn } from 'node:child_process';
import { existsSync, globSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

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

export function pagesAreStale(): boolean {
  if (!existsSync(STAMP)) return true;
  const built = statSync(STAMP).mtimeMs;
  return globSync(SOURCES, { cwd: ROOT }).some((file) => {
    const stat = statSync(join(ROOT, file));
    return stat.isFile() && stat.mtimeMs > built;
  });
}

/** @throws an Error with the last lines that the build printed */
export async function buildPages(): Promise<void> {
  const lines: string[] = [];
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => lines.push(text.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error(`The pages could not be built:\n${lines.join('').split('\n').slice(-20).join('\n')}`);
  writeFileSync(STAMP, '');
}
