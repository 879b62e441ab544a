// A name only one process on the machine can hold, for one data folder. The system itself lets go of it, however the holder ends.
import { createHash } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf } from './trouble.ts';

export interface HeldName {
  release(): Promise<void>;
}

/** @param tell what to answer anyone who asks who holds it
 *  @returns nothing when somebody else holds it */
export async function holdName(dataDir: string, purpose: string, tell: () => string): Promise<HeldName | undefined> {
  const path = socketPath(dataDir, purpose);
  const server = createServer((asker) => {
    asker.on('error', () => undefined);
    asker.end(tell());
  });
  if (await listens(server, path)) return held(server);
  if (path.startsWith('\0') || (await askHolder(dataDir, purpose)) !== undefined) return undefined;
  rmSync(path, { force: true }); // a socket file outlives a killed process; a name in Linux's own list does not
  return (await listens(server, path)) ? held(server) : undefined;
}

/** What the holder answers: empty if it stays silent, nothing at all if there is no holder. */
export function askHolder(dataDir: string, purpose: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect({ path: socketPath(dataDir, purpose) });
    socket.setEncoding('utf8');
    socket.setTimeout(1_000, () => socket.destroy());
    socket.on('data', (text: string) => (answer += text));
    socket.once('error', (error) =>
      resolve(codeOf(error) === 'ECONNREFUSED' || codeOf(error) === 'ENOENT' ? undefined : answer),
    );
    socket.once('close', () => resolve(answer));
  });
}

/** By the folder's identity on its disk, so that two paths to one folder are one name. */
function socketPath(dataDir: string, purpose: string): string {
  const { dev, ino } = statSync(dataDir, { bigint: true });
  const name = `gatepost-${purpose}-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 24)}`;
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`);
}

function listens(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => (codeOf(error) === 'EADDRINUSE' ? resolve(false) : reject(error));
    server.once('error', failed);
    server.listen({ path }, () => {
      server.off('error', failed);
      server.on('error', () => undefined);
      server.unref();
      resolve(true);
    });
  });
}

function held(server: Server): HeldName {
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}
