// The installation's master keys: made once, kept in a file only its owner can read, never part of a backup.
import { randomBytes } from 'node:crypto';
import { link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fail } from './errors.ts';
import { flushFolder, writeFlushed } from './flushed-file.ts';
import { KEY_BYTES, keyringOf, type Key, type Keyring } from './keyring.ts';
import { reveal, Secret } from './secret.ts';

const EXPLAINED = `# Master keys of this Gatepost installation, one a line. The first is in use; the others open what they once locked.
# Keep a copy in a safe place apart from the backups: without this file the pictures and secrets in them cannot be read.
`;

/**
 * Reads `<folder>/master.keys`.
 * @param options.create true only where nothing has been locked yet: a fresh key opens nothing that an older one closed
 */
export async function openMasterKeys(folder: string, options: { create: boolean }): Promise<Keyring> {
  await refuseWidePermissions(folder, 0o700, options.create);
  const path = join(folder, 'master.keys');
  const found = await readKeyFile(path);
  if (found !== null) return parseMasterKeys(found);
  if (!options.create) throw missing(path);
  await createKeyFile(path, [newKey()]);
  return openMasterKeys(folder, { create: false });
}

/**
 * Keys handed over by the configuration instead of the file.
 * @param text 32 random bytes in base64 each, the one in use first, parted by commas, spaces or new lines
 */
export function parseMasterKeys(text: Secret): Keyring {
  const words = reveal(text)
    .replace(/^#.*$/gm, '')
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  const keys = words.map((word) => new Secret(new Uint8Array(Buffer.from(word, 'base64url'))));
  const wellFormed = words.every((word) => /^[\w+/-]{43}=?$/.test(word));
  const [first, ...older] = keys;
  if (first === undefined || !wellFormed || keys.some((key) => reveal(key).length !== KEY_BYTES)) {
    throw fail.invalid({
      code: 'master-key-malformed',
      message: 'The master key is not 32 bytes written in base64.',
      remedy: 'Put the key back as it was, or make a first one with: openssl rand -base64 32',
    });
  }
  return keyringOf([first, ...older]);
}

/**
 * Adds a new key and puts it in use; the older ones stay, to read what they locked. Running processes go on with the
 * ring they have until they are started again, so stop them first. Afterwards re-seal what `needsRotation` names.
 */
export async function rotateMasterKeys(folder: string): Promise<Keyring> {
  const ring = await openMasterKeys(folder, { create: false });
  const older = [ring.current, ...ring.keys.keys()].map((id) => ring.keys.get(id)).filter((key) => key !== undefined);
  const path = join(folder, 'master.keys');
  await writeKeyFile(`${path}.next`, [newKey(), ...new Set(older)]);
  await rename(`${path}.next`, path);
  await flushFolder(folder);
  return openMasterKeys(folder, { create: false });
}

function newKey(): Key {
  return new Secret(new Uint8Array(randomBytes(KEY_BYTES)));
}

/** Null if there is none. Permissions are asked of the open file, so it cannot be exchanged in between. */
async function readKeyFile(path: string): Promise<Secret | null> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw unusable(path, error);
  });
  if (file === null) return null;
  try {
    const { mode } = await file.stat();
    if ((mode & 0o077) !== 0) throw tooOpen(path, mode, 0o600);
    return new Secret(await file.readFile('utf8'));
  } finally {
    await file.close();
  }
}

/** Whole or not at all: two processes that start at once end with the same key, and a crash leaves no half of one. */
async function createKeyFile(path: string, keys: readonly Key[]): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}.new`;
  try {
    await writeKeyFile(draft, keys);
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw unusable(path, error);
    });
  } finally {
    await rm(draft, { force: true });
  }
  await flushFolder(dirname(path));
}

async function writeKeyFile(path: string, keys: readonly Key[]): Promise<void> {
  const lines = keys.map((key) => `${Buffer.from(reveal(key)).toString('base64url')}\n`);
  await writeFlushed(path, EXPLAINED + lines.join(''), 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw unusable(path, error);
    throw fail.conflict({
      code: 'key-change-under-way',
      message: `A change of the master key is under way, or was interrupted: ${path} exists.`,
      remedy: 'If no other change is running, delete that file (its key has locked nothing yet) and try again.',
    });
  });
}

async function refuseWidePermissions(folder: string, wanted: number, create: boolean): Promise<void> {
  if (create) await mkdir(folder, { recursive: true, mode: wanted });
  const { mode } = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? missing(folder) : unusable(folder, error);
  });
  if ((mode & 0o077) !== 0) throw tooOpen(folder, mode, wanted);
}

function tooOpen(path: string, mode: number, wanted: number) {
  return fail.invalid({
    code: 'master-key-readable-by-others',
    message: `${path} can be used by other people on this machine (mode ${(mode & 0o777).toString(8)}).`,
    remedy: `Make it yours alone: chmod ${wanted.toString(8)} '${path}'. If others may have read it, change the key too.`,
  });
}

function missing(path: string) {
  return fail.unavailable({
    code: 'master-key-missing',
    message: `The master key is not there: ${path}.`,
    remedy:
      'Put the key file back from the copy kept apart from the backups, or set GATEPOST_MASTER_KEY to the master key on the recovery sheet. A new key could not read what is stored.',
  });
}

function unusable(path: string, cause: NodeJS.ErrnoException) {
  return fail.unavailable({
    code: 'master-key-unusable',
    message: `${path} cannot be read or written (${cause.code ?? cause.message}).`,
    remedy: 'See that the disk has room and that the folder belongs to the user Gatepost runs as.',
    cause,
  });
}
