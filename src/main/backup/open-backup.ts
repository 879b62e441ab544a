// Opens a backup file, whichever way it is locked, and hands out what it consists of.
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { isFailure } from '#kernel/errors.ts';
import type { Keyring } from '#kernel/keyring.ts';
import { openStream } from '#kernel/sealed-stream.ts';
import { AGE_INTRO } from './age/header.ts';
import type { Identity } from './age/keys.ts';
import { unlock } from './age/stream.ts';
import { MAGIC } from './container.ts';
import { openContainer, type OpenContainer } from './container-reader.ts';
import { changedIn, noKeyGiven, notABackup } from './faults.ts';
import { backupRing, SEALED_CONTEXT, SEALED_INTRO } from './make-backup.ts';
import { createSource, type Bytes, type Source } from './source.ts';

const READ_AHEAD = 1024 * 1024;

export interface Openers {
  readonly identities: readonly Identity[];
  /** The master keys of this installation; null where it has none yet. */
  readonly keyring: Keyring | null;
}

/** @throws a failure in words: not a backup, no key, another key, cut short, changed */
export async function openBackup(path: string, openers: Openers): Promise<OpenContainer> {
  const file = createReadStream(path, { highWaterMark: READ_AHEAD });
  const source = createSource(file as AsyncIterable<Buffer>);
  try {
    return await openContainer(await unlocked(source, basename(path), openers));
  } catch (error) {
    file.destroy();
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? notABackup(path) : error;
  }
}

async function unlocked(source: Source, name: string, { identities, keyring }: Openers): Promise<Bytes> {
  const start = (await source.peek(SEALED_INTRO.length)).toString('latin1');
  if (start.startsWith(MAGIC.toString('latin1'))) return rest(source);
  if (start.startsWith(AGE_INTRO.toString('latin1'))) {
    if (identities.length === 0) throw noKeyGiven();
    return unlock(identities, source);
  }
  if (start !== SEALED_INTRO.toString('latin1')) throw notABackup(name);
  if (keyring === null) throw noKeyGiven();
  await source.upTo(SEALED_INTRO.length);
  return opened(keyring, source);
}

async function* opened(keyring: Keyring, source: Source): AsyncGenerator<Uint8Array> {
  try {
    yield* openStream(backupRing(keyring), rest(source), SEALED_CONTEXT);
  } catch (error) {
    throw isFailure(error) && error.kind === 'internal'
      ? changedIn(`the 64 KiB before byte ${source.position}`)
      : error;
  }
}

async function* rest(source: Source): AsyncGenerator<Buffer> {
  try {
    for (let part = await source.some(); part.length > 0; part = await source.some()) yield part;
  } finally {
    await source.close();
  }
}
