// Makes one backup: database and files → frames → locked → a file that has been read back.
import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Address } from '#db/pool.ts';
import { fail } from '#kernel/errors.ts';
import { keyringFor, type Keyring } from '#kernel/keyring.ts';
import { sealStream } from '#kernel/sealed-stream.ts';
import type { Recipient } from './age/keys.ts';
import { lockFor } from './age/stream.ts';
import type { BackupFooter, BackupHeader } from './container.ts';
import { writeContainer, type SectionToWrite } from './container-writer.ts';
import { fileSections, missingPictures } from './files.ts';
import { isPartialOf } from './names.ts';
import { openSnapshot, type Snapshot } from './snapshot.ts';
import { writeWhole, type Written } from './whole-file.ts';

/** For whom: holders of a recovery key, this installation itself, or anybody. */
export type Lock =
  | { readonly kind: 'age'; readonly recipients: readonly Recipient[] }
  | { readonly kind: 'sealed'; readonly keyring: Keyring }
  | { readonly kind: 'plain' };

export const ENDINGS = { age: '.backup.age', sealed: '.backup.sealed', plain: '.backup' } as const;
/** First line of a backup that only this installation's master key opens. */
export const SEALED_INTRO = Buffer.from('GATEPOST SEALED BACKUP 1\n');
export const SEALED_CONTEXT = 'backup';
export const backupRing = (keyring: Keyring): Keyring => keyringFor(keyring, 'backup');

export interface BackupWishes {
  readonly address: Address;
  /** Folder of the file store; null for the database alone. */
  readonly files: string | null;
  readonly lock: Lock;
  /** ISO 8601 instant. */
  readonly now: string;
  /** This program's version. */
  readonly version: string;
  /** Where it goes; asked once the installation is known. */
  readonly path: (installationId: string) => string;
}

export interface MadeBackup extends Written {
  readonly path: string;
  readonly header: BackupHeader;
  readonly footer: BackupFooter;
}

export async function makeBackup(wishes: BackupWishes): Promise<MadeBackup> {
  const { address, files, lock, now, version } = wishes;
  if (lock.kind === 'age' && lock.recipients.length === 0) throw forNobody();
  const snapshot = await openSnapshot(address);
  try {
    const header: BackupHeader = {
      v: 1,
      gatepost: version,
      createdAt: now,
      withFiles: files !== null,
      ...snapshot.facts,
    };
    const path = wishes.path(header.installationId);
    await sweepPartial(dirname(path), header.installationId);
    const missing = new Set<string>();
    const told: { footer?: BackupFooter } = {};
    const content = writeContainer(header, allSections(snapshot, files, missing), {
      missing: () => [...missing],
      done: (footer) => (told.footer = footer),
    });
    const written = await writeWhole(path, locked(lock, content));
    return { ...written, path, header, footer: told.footer! };
  } finally {
    await snapshot.close();
  }
}

/** What a backup that was killed left behind: only one of an installation is made at a time, so none is being written. */
async function sweepPartial(folder: string, installationId: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const dead = names.filter((name) => isPartialOf(name, installationId));
  for (const name of dead) await rm(join(folder, name), { force: true });
}

async function* allSections(
  snapshot: Snapshot,
  files: string | null,
  missing: Set<string>,
): AsyncGenerator<SectionToWrite> {
  yield* snapshot.sections();
  if (files === null) return;
  yield* fileSections(files, (path) => missing.add(path));
  for await (const path of missingPictures(files, snapshot.pictures())) missing.add(path);
}

export async function* locked(lock: Lock, content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (lock.kind === 'plain') return yield* content;
  if (lock.kind === 'age') return yield* lockFor(lock.recipients, content);
  yield SEALED_INTRO;
  for await (const piece of sealStream(backupRing(lock.keyring), content, SEALED_CONTEXT)) {
    yield Buffer.from(piece.buffer, piece.byteOffset, piece.length);
  }
}

const forNobody = () =>
  fail.invalid({
    code: 'no-recipient',
    message: 'Nobody is named who could open this backup, so it was not made.',
    remedy:
      'Make a recovery key with: gatepost backup key. Or give a public one: --to age1… Or say --plain, and guard the file like the data itself: names, drafts and password digests stand in it in clear.',
  });
