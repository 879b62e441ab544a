// Restores a backup into an empty database in a process of its own, and says how long it took and what memory.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Address } from '#db/pool.ts';
import { Secret } from '#kernel/secret.ts';
import { identityFrom } from '#main/backup/age/keys.ts';
import { loadDatabase } from '#main/backup/load-database.ts';
import { openBackup } from '#main/backup/open-backup.ts';
import { queueIn } from '#main/backup/restore.ts';
import { migrationsOf } from '#main/backup/which-schema.ts';

interface Order {
  readonly path: string;
  readonly address: Address;
  readonly identity: string;
}
export interface RestoringMeasured {
  readonly milliseconds: number;
  readonly memory: { readonly before: number; readonly most: number };
}

export async function measureRestoring(order: Order): Promise<RestoringMeasured> {
  const child = fork(fileURLToPath(import.meta.url), { execPath: process.execPath });
  child.send(order);
  const [measured] = (await once(child, 'message')) as [RestoringMeasured];
  child.kill();
  return measured;
}

async function run({ path, address, identity }: Order): Promise<RestoringMeasured> {
  await queueIn(address);
  const before = process.memoryUsage.rss();
  const from = performance.now();
  const backup = await openBackup(path, { identities: [identityFrom(new Secret(identity))], keyring: null });
  const client = new pg.Client({ ...address });
  await client.connect();
  await client.query('begin');
  const takeFile = async (_path: string, bytes: AsyncIterable<Buffer>) => {
    for await (const piece of bytes) void piece;
  };
  await loadDatabase({ client, backup, migrations: migrationsOf(backup.header), takeFile });
  await client.query('commit');
  const milliseconds = performance.now() - from;
  await client.end();
  return { milliseconds, memory: { before, most: process.resourceUsage().maxRSS * 1024 } };
}

if (process.send) process.once('message', (order) => void run(order as Order).then((answer) => process.send!(answer)));
