// For tests of a change of the master key: the database as an address, and keys of which only the newest is left.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestConnection } from '#test/database/open.ts';

export const urlOf = ({ host, port, user, password, database }: TestConnection): string =>
  `postgresql://${user}:${encodeURIComponent(password)}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;

export async function forgetOlderKeys(keys: string): Promise<void> {
  const path = join(keys, 'master.keys');
  const lines = (await readFile(path, 'utf8')).split('\n');
  const [first] = lines.filter((line) => line !== '' && !line.startsWith('#'));
  await writeFile(path, `${first}\n`, { mode: 0o600 });
}
