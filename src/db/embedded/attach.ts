// Uses the server that another process of ours already runs on the same data.
import { statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { belongsToAnother, type DataFolder } from './folder.ts';
import { readPassword, wrongPassword } from './password.ts';
import { isLiveServer, readServerNote } from './postmaster-file.ts';
import { knock, type OwnerConnection, ownerConnection, watchServer } from './reach.ts';
import type { Running } from './running.ts';
import { trouble } from './trouble.ts';

const PATIENCE = 30_000; // milliseconds for a server that is starting or stopping

/** Nothing when no server lives there. Waits for one that is just starting, or just stopping, to make up its mind. */
export async function attach(folder: DataFolder, signal: AbortSignal): Promise<Running | undefined> {
  refuseAnothersCluster(folder);
  let pid = 0;
  for (const until = performance.now() + PATIENCE; performance.now() < until;) {
    const note = readServerNote(folder.cluster);
    if (note === undefined || !isLiveServer(note.pid)) return undefined;
    pid = note.pid;
    if (note.address !== undefined && note.ready) {
      const connection = ownerConnection(note.address, readPassword(folder));
      const answer = await knock(connection);
      if (answer === 'wrong password') throw wrongPassword(folder, 'does not fit the database');
      if (answer === 'ready') return await watched(connection);
    }
    await sleep(20, undefined, { signal });
  }
  throw trouble(
    `A PostgreSQL (process ${pid}) is using ${folder.cluster} but does not answer.`,
    `Stop it (kill -INT ${pid}), then start again.`,
  );
}

async function watched(connection: OwnerConnection): Promise<Running> {
  const { promise: lost, resolve } = Promise.withResolvers<string>();
  const watch = await watchServer(connection, () => resolve('the connection to it ended'));
  const stop = async () => {
    await watch.end();
    resolve('we let go of it');
  };
  return { role: 'attached', connection, lost, stop };
}

function refuseAnothersCluster(folder: DataFolder): void {
  const self = process.geteuid?.();
  const owner = statSync(folder.cluster, { throwIfNoEntry: false })?.uid;
  if (self === undefined || self === 0 || owner === undefined || owner === self) return;
  throw belongsToAnother(folder.cluster, owner, self);
}
