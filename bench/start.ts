// From built: how long the first start and a later one take, and how much memory everything needs when idle.
import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshenPages } from '#main/build-pages.ts';
import type { Figure } from './figure.ts';
import { ended, freePort, launch, readySeconds } from './stand/process.ts';

const IDLE_MS = 60_000;

export async function* figures(): AsyncGenerator<Figure> {
  await freshenPages(() => undefined);
  const dataDir = await mkdtemp(join(tmpdir(), 'gatepost-bench-'));
  try {
    const first = await started(dataDir);
    yield figure('First start, database created', first.seconds, 6);
    await ended(first.child);
    const later = await started(dataDir);
    yield figure('A later start', later.seconds, 3);
    process.stderr.write('  waiting a minute for it to be idle …\n');
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
    const mb = proportionalSetSize(later.child.pid!) / 1024;
    yield {
      figure: 'All processes, idle for 60 s',
      value: `${Math.round(mb)} MB`,
      goal: '≤ 300 MB',
      met: mb <= 300,
      against: 'proportional set size of Gatepost and its database',
    };
    await ended(later.child);
  } finally {
    await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
  }
}

const figure = (what: string, seconds: number, limit: number): Figure => ({
  figure: what,
  value: `${seconds.toFixed(2)} s`,
  goal: `≤ ${limit} s`,
  met: seconds <= limit,
  against: 'until /readyz answers 200',
});

async function started(dataDir: string): Promise<{ child: ChildProcess; seconds: number }> {
  const port = await freePort();
  const from = performance.now();
  const child = launch(['start'], { GATEPOST_DATA: dataDir, PORT: String(port) });
  return { child, seconds: await readySeconds(port, from) };
}

/** In kilobytes, of a process and everything it started. Linux only. */
function proportionalSetSize(pid: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // it ended meanwhile
    }
  }
  const isOurs = (one: number): boolean =>
    one === pid || (parents.has(one) && parents.get(one)! > 1 && isOurs(parents.get(one)!));
  let total = 0;
  for (const one of parents.keys()) {
    if (!isOurs(one)) continue;
    const rollup = readFileSync(`/proc/${one}/smaps_rollup`, 'utf8');
    total += Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
  }
  return total;
}
