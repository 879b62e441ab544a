// The files of a data folder, for a backup: as they lie there, locked with the master key. Half an upload is none.
import { createReadStream } from 'node:fs';
import { open, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { isId } from '#kernel/id.ts';
import type { SectionToWrite } from './container-writer.ts';
import { isThere } from './whole-file.ts';

const READ_AHEAD = 1024 * 1024;
const FILE_PATH = /^([0-9a-f-]{36})\/(?:address\.key|([0-9a-f]{2})\/\2[0-9a-f]{62})$/;

/** Is this where the file store puts a file? Whatever else a backup names is never written anywhere. */
export const isFilePath = (path: string): boolean => isId(FILE_PATH.exec(path)?.[1] ?? '');

export const pathOfPicture = (schoolId: string, address: string): string =>
  `${schoolId}/${address.slice(0, 2)}/${address}`;

/** @param missing is told of each file that was deleted after it had been found */
export async function* fileSections(folder: string, missing: (path: string) => void): AsyncGenerator<SectionToWrite> {
  for await (const path of pathsIn(folder)) {
    const file = await open(join(folder, path), 'r').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (file === null) {
      missing(path);
      continue;
    }
    const bytes = createReadStream('', { fd: file, highWaterMark: READ_AHEAD }) as AsyncIterable<Buffer>;
    yield { section: { kind: 'file', path }, bytes, compress: false };
  }
}

async function* pathsIn(folder: string, below = ''): AsyncGenerator<string> {
  const entries = await opendir(join(folder, below)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for await (const entry of entries) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory() && (below !== '' || isId(entry.name))) yield* pathsIn(folder, path);
    else if (entry.isFile() && isFilePath(path)) yield path;
  }
}

/** Those of the pictures that the database names which are not there any more. */
export async function* missingPictures(
  folder: string,
  pictures: AsyncIterable<{ schoolId: string; address: string }>,
): AsyncGenerator<string> {
  for await (const { schoolId, address } of pictures) {
    const path = pathOfPicture(schoolId, address);
    if (!(await isThere(join(folder, path)))) yield path;
  }
}
