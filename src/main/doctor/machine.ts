// The machine itself: built pages, the data folder and its disk, and whether the port is free or ours.
import { constants } from 'node:fs';
import { access, open, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { diskUrgency } from '#features/operation/state.ts';
import { askHolder } from '#db/embedded/held-name.ts';
import type { Config } from '../config.ts';
import { ROOT } from '../build-pages.ts';
import { ok, warn, wrong, type Finding } from './finding.ts';
import type { Tools } from './tools.ts';

const GIGABYTE = 1024 ** 3;
const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);
const mayWrite = (folder: string): Promise<boolean> => access(folder, constants.W_OK).then(() => true, () => false); // prettier-ignore

export async function pagesFinding({ pages }: Tools): Promise<Finding> {
  const state = pages();
  if (state === 'fresh') return ok('Pages', 'They are built from this version.');
  const words = state === 'missing' ? 'They are not built yet.' : 'They were built from an older source.';
  if (await mayWrite(ROOT)) return warn('Pages', words, 'The next start builds them, which takes about half a minute. To have it done before: gatepost build'); // prettier-ignore
  return wrong('Pages', `${words} This user may not write ${ROOT}, so a start cannot build them.`, 'As the user who installed Gatepost, run: gatepost build'); // prettier-ignore
}

/** @returns what was found; with anything wrong, nothing that lies in the folder is worth a look */
export async function folderFindings({ dataDir }: Config, { roomOf }: Tools): Promise<Finding[]> {
  const about = 'Data folder';
  const found = await stat(dataDir).catch((error: unknown) => codeOf(error));
  if (typeof found === 'string') return [await missingFolder(dataDir, found)];
  if (!found.isDirectory()) return [wrong(about, `${dataDir} is a file.`, 'Set GATEPOST_DATA to a folder.')];
  const self = process.geteuid?.() ?? found.uid;
  const refused = await tryToWrite(dataDir);
  if (refused !== null) {
    const words = `${dataDir} cannot be written by this user (${refused}).`;
    return [wrong(about, words, `Start Gatepost as its owner, or hand it over: sudo chown -R ${self} '${dataDir}'`)];
  }
  const { free, total } = await roomOf(dataDir);
  const findings = [roomFinding(free, total)];
  if ((found.mode & 0o077) === 0) findings.unshift(ok(about, `${dataDir} is this user’s alone, and can be written.`));
  else {
    const mode = (found.mode & 0o777).toString(8);
    findings.unshift(
      warn(about, `Others on this machine may look into ${dataDir} (mode ${mode}).`, `chmod 700 '${dataDir}'`),
    );
  }
  return findings;
}

function roomFinding(free: number, total: number): Finding {
  const left = free >= GIGABYTE ? `${(free / GIGABYTE).toFixed(1)} GB` : `${Math.floor(free / 1024 ** 2)} MB`;
  const urgency = diskUrgency({ free, total });
  const remedy = 'Make room: old backups and logs first. When it is full, nothing more can be written or sent.';
  if (urgency === 'overdue') return wrong('Disk', `It is nearly full: ${left} are left.`, remedy);
  if (urgency === 'soon') return warn('Disk', `It is filling up: ${left} are left.`, remedy);
  return ok('Disk', `${left} are free.`);
}

async function missingFolder(dataDir: string, code: string): Promise<Finding> {
  if (code !== 'ENOENT') return wrong('Data folder', `${dataDir} cannot be opened (${code}).`, 'Set GATEPOST_DATA to a folder that this user may use.'); // prettier-ignore
  let above = dirname(dataDir);
  while (above !== dirname(above) && !(await stat(above).catch(() => null))) above = dirname(above);
  if ((await tryToWrite(above)) === null) return warn('Data folder', `${dataDir} is not there yet.`, 'The first start makes it. If there should be data already, GATEPOST_DATA names the wrong folder.'); // prettier-ignore
  return wrong('Data folder', `${dataDir} is not there, and this user may not make it in ${above}.`, 'Make it and give it to this user, or set GATEPOST_DATA to a folder that this user may write.'); // prettier-ignore
}

/** By doing it: what permissions say is not the whole truth on a disk that is read-only, full or far away. */
async function tryToWrite(folder: string): Promise<string | null> {
  const trial = join(folder, `.doctor-${process.pid}`);
  try {
    const file = await open(trial, 'wx', 0o600);
    await file.close();
    await rm(trial);
    return null;
  } catch (error) {
    return codeOf(error);
  }
}

/** @returns whether a Gatepost runs on this data, and what its port is like */
export async function portFinding(config: Config, { patienceMs }: Tools): Promise<Finding> {
  const { host, port, dataDir } = config;
  const about = 'Port';
  if ((await runsHere(dataDir)) !== undefined) {
    const at = host.includes(':') ? `[${host}]` : host;
    const answer = await fetch(`http://${at}:${port}/readyz`, { signal: AbortSignal.timeout(patienceMs) }).catch((error: unknown) => error); // prettier-ignore
    if (!(answer instanceof Response)) return wrong(about, `Gatepost runs on this data, but does not answer on ${host}:${port}.`, 'See that HOST and PORT are the same here as for the running one; then look at its log.'); // prettier-ignore
    if (answer.ok) return ok(about, `Gatepost runs and answers on ${host}:${port}.`);
    return wrong(about, `Gatepost answers on ${host}:${port} that it is not ready (${answer.status}).`, 'Most often its database is away: see below, and its log.'); // prettier-ignore
  }
  const code = await tryToListen(host, port);
  if (code === null) return ok(about, `Gatepost does not run, and ${host}:${port} is free for it.`);
  const words = WHY_NOT[code] ?? ((at: string) => `${at} cannot be opened (${code}).`);
  return wrong(about, words(`${host}:${port}`), REMEDY[code] ?? 'Choose another with PORT and HOST.');
}

const WHY_NOT: Readonly<Record<string, (at: string) => string>> = {
  EADDRINUSE: (at) => `Another program has ${at} already.`,
  EACCES: (at) => `This user may not open ${at}.`,
  EADDRNOTAVAIL: (at) => `${at} is no address of this machine.`,
};
const REMEDY: Readonly<Record<string, string>> = {
  EADDRINUSE: 'Stop that program (sudo ss -ltnp shows which it is), or choose another port with PORT.',
  EACCES: 'Choose a port above 1023 with PORT, and have the proxy pass requests on to it.',
  EADDRNOTAVAIL: 'Set HOST to 127.0.0.1, or to an address that `ip address` lists.',
};

/** What the running one says of itself; undefined when none runs. */
export async function runsHere(dataDir: string): Promise<string | undefined> {
  const there = await stat(dataDir).catch(() => null);
  return there?.isDirectory() ? askHolder(dataDir, 'app') : undefined;
}

const tryToListen = (host: string, port: number): Promise<string | null> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(codeOf(error)));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
