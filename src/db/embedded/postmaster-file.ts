// Reads postmaster.pid, the note a running PostgreSQL leaves in its data: is that server still there, and where does it listen?
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Address, SOCKET_NAME, socketIn } from './address.ts';
import { codeOf } from './trouble.ts';

export interface ServerNote {
  readonly pid: number;
  /** Nothing while the server has not written it yet. */
  readonly address: Address | undefined;
  /** Spares its log a complaint for each time we knock too early. */
  readonly ready: boolean;
}

export function readServerNote(cluster: string): ServerNote | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  const port = Number(lines[3]);
  const host = lines[5]?.trim();
  if (host === undefined || lines.length < 8) return { pid, address: undefined, ready: false };
  return { pid, address: host === '' ? socketIn(cluster) : { host, port }, ready: lines[7]?.trim() === 'ready' };
}

/** Dead also counts a zombie (killed, but nobody has collected it) and a number that another program has got since. */
export function isLiveServer(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8'); // "123 (postgres) S 1 …"
    const afterName = stat.lastIndexOf(')');
    const name = stat.slice(stat.indexOf('(') + 1, afterName);
    const state = stat.charAt(afterName + 2);
    return name === 'postgres' && state !== 'Z' && state !== 'X';
  } catch (error) {
    return codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ESRCH'; // not allowed to look: believe the signal
  }
}

/**
 * PostgreSQL takes a zombie, or any program that has got the number since, for a running server and refuses to start:
 * takes the notes of such a one away. Two servers cannot result, because PostgreSQL checks its shared memory as well.
 */
export function clearStaleNotes(cluster: string): void {
  const note = readServerNote(cluster);
  if (note !== undefined && isLiveServer(note.pid)) return;
  for (const name of ['postmaster.pid', `${SOCKET_NAME}.lock`]) rmSync(join(cluster, name), { force: true });
}
