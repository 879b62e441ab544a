// Starts a server of our own on the data, making the data first when there is none, and waits until it answers.
import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Address, loopback, socketIn } from './address.ts';
import { findBinaries } from './binaries.ts';
import { lastLines } from './child.ts';
import type { DataFolder } from './folder.ts';
import type { Log } from './log.ts';
import { initialise } from './new-cluster.ts';
import { chooseOsUser } from './os-user.ts';
import { makePassword, readPassword, wrongPassword } from './password.ts';
import { clearStaleNotes, readServerNote } from './postmaster-file.ts';
import { knock, type OwnerConnection, ownerConnection } from './reach.ts';
import { dropReserve, layReserve, tooFullToStart } from './reserve.ts';
import type { EmbeddedOptions, Running } from './running.ts';
import { type ServerProcess, startServer } from './server.ts';
import { codeOf, trouble } from './trouble.ts';

const MAJOR = '18';
const RESERVE = 32 * 1024 * 1024;
const PROGRAMS_FOR_ALL = '/var/lib/gatepost';
const TRIES = 8;

// Left behind by a server that was just killed, and gone a moment later; or a port that somebody took before us.
const PASSES_BY_ITSELF =
  /lock file ".*" already exists|shared memory block .* is still in use|could not create any (TCP\/IP|Unix)/;

export async function startOwn(
  folder: DataFolder,
  options: EmbeddedOptions,
  signal: AbortSignal,
  before: OwnerConnection | undefined,
): Promise<Running> {
  const { log } = options;
  const clusterOwner = statSync(folder.cluster, { throwIfNoEntry: false });
  const user = chooseOsUser({ clusterOwner, folderOwner: folder.owner, asked: options.osUser });
  const binaries = findBinaries(user, options.programsDir ?? (user === undefined ? folder.root : PROGRAMS_FOR_ALL));
  if (tooFullToStart(folder) && dropReserve(folder)) {
    log.warn('The disk is full. The reserve in the data folder was thrown away; make room now.', {
      folder: folder.root,
    });
  }
  let password: string;
  if (clusterOwner === undefined) {
    log.info('Making a new database.', { folder: folder.cluster });
    password = makePassword(folder);
    await initialise(binaries, folder, user, password, signal);
  } else {
    checkVersion(folder);
    password = readPassword(folder);
    closeToOthers(folder.cluster);
  }
  for (let attempt = 1; ; attempt += 1) {
    clearStaleNotes(folder.cluster);
    const address = socketIn(folder.cluster) ?? (await loopback(before?.port));
    const server = startServer(binaries, folder, user, address);
    const outcome = await untilReady(server, folder, address, password, log, signal);
    if (outcome !== 'ended') {
      keepReserve(folder, options);
      return { role: 'started', connection: outcome, lost: server.exited, stop: () => server.stop() };
    }
    const said = server.said();
    if (attempt === TRIES || !PASSES_BY_ITSELF.test(said)) throw didNotStart(folder, await server.exited, said);
    await sleep(100 * attempt, undefined, { signal });
  }
}

/** An answer counts only while the server we started is alive and is the one that owns the data: another might be answering. */
async function untilReady(
  server: ServerProcess,
  folder: DataFolder,
  address: Address,
  password: string,
  log: Log,
  signal: AbortSignal,
): Promise<OwnerConnection | 'ended'> {
  const connection = ownerConnection(address, password);
  let slow = performance.now() + 5_000;
  try {
    while (server.isAlive()) {
      const note = readServerNote(folder.cluster);
      const answer = note?.pid === server.pid && note.ready ? await knock(connection) : 'not yet';
      if (answer === 'wrong password') throw wrongPassword(folder, 'does not fit the database');
      if (answer === 'ready' && server.isAlive()) return connection;
      if (performance.now() > slow) {
        slow = Number.POSITIVE_INFINITY;
        log.warn('The database is taking its time; after a crash it first repeats what was not yet filed.', {
          log: folder.log,
        });
      }
      await sleep(8, undefined, { signal });
    }
    await server.exited;
    return 'ended';
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function didNotStart(folder: DataFolder, ended: string, said: string) {
  if (/No space left/.test(said)) {
    return trouble(
      `The disk of ${folder.root} is full, so the database cannot start. Its data is unharmed.`,
      'Make room (50 MB will do), then start again.',
    );
  }
  return trouble(
    `The database in ${folder.cluster} did not start (${ended}): ${lastLines(said)}`,
    `The whole story is in ${folder.log}. Mend what it names and start again; nothing was changed.`,
  );
}

function checkVersion(folder: DataFolder): void {
  let version: string;
  try {
    version = readFileSync(join(folder.cluster, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    throw trouble(
      `${folder.cluster} is there, but it is not a database (its PG_VERSION: ${codeOf(error) ?? 'unreadable'}).`,
      'Put the folder back from your backup; or, if nothing of yours is in it, move it away and start again.',
      error,
    );
  }
  if (version === MAJOR) return;
  throw trouble(
    `The data in ${folder.cluster} was made by PostgreSQL ${version}; this Gatepost has ${MAJOR}.`,
    'Back it up with the Gatepost that made it (gatepost backup), and restore that backup into a new data folder with this one.',
  );
}

/** The one mode PostgreSQL insists on, which a copied or restored folder often lacks. */
function closeToOthers(cluster: string): void {
  if ((statSync(cluster).mode & 0o077) !== 0) chmodSync(cluster, 0o700);
}

function keepReserve(folder: DataFolder, options: EmbeddedOptions): void {
  if (layReserve(folder, options.reserveBytes ?? RESERVE) === 'there') return;
  options.log.warn('The disk is nearly full: there is no room for the reserve that helps when it is.', {
    folder: folder.root,
  });
}
