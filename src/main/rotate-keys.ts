// Puts a new master key in use, and locks every secret and file anew with it. Run with Gatepost stopped.
import { join } from 'node:path';
import pg from 'pg';
import { resealFiles } from '#connectors/file-store/reseal-files.ts';
import { takeAppLock } from '#db/embedded/app-lock.ts';
import { systemClock } from '#kernel/clock.ts';
import { fail } from '#kernel/errors.ts';
import { keyringFor, type Keyring } from '#kernel/keyring.ts';
import { rotateMasterKeys } from '#kernel/master-key.ts';
import { needsRotation, reseal } from '#kernel/secret-box.ts';
import type { Config } from './config.ts';
import { openGround, refuseEmptyFolder } from './ground.ts';
import { logFor } from './start.ts';

/** @returns how many files were locked anew */
export async function rotateKeys(config: Config, progress: (line: string) => void): Promise<{ files: number }> {
  if (config.masterKey !== null) {
    throw fail.invalid({
      code: 'key-given',
      message: 'The master key is given by GATEPOST_MASTER_KEY, so it is not ours to change.',
      remedy: 'Put a new key in front of the old one in GATEPOST_MASTER_KEY, parted by a comma, and start again.',
    });
  }
  refuseEmptyFolder(config);
  const lock = await takeAppLock(config.dataDir, () => ({ pid: process.pid, since: systemClock.now().toString() }));
  const ground = await openGround(config, logFor(config));
  try {
    const ring = await rotateMasterKeys(join(config.dataDir, 'keys'));
    progress('Locking secrets anew …');
    await resealSecrets(ground.address, ring);
    progress('Locking files anew …');
    const files = await resealFiles(join(config.dataDir, 'files'), ring);
    return { files };
  } finally {
    await ground.close();
    await lock.release();
  }
}

/** Where secrets lie: table, id and box columns, the ring's purpose, and the context that ties a box to its row. */
const SECRETS = [
  {
    table: 'signing_key',
    id: 'id',
    box: 'private_key_box',
    purpose: 'signing-key',
    context: (id: string) => `signing-key/${id}`,
  },
  {
    table: 'mail_server',
    id: 'school_id',
    box: 'password_box',
    purpose: 'mail',
    context: (id: string) => `mail-server/${id}`,
  },
  {
    table: 'mail_message',
    id: 'id',
    box: 'link_box',
    purpose: 'mail',
    context: (id: string) => `mail-message/${id}`,
  },
  {
    table: 'sign_in.second_factor',
    id: 'login_id',
    box: 'seed_box',
    purpose: 'totp',
    context: (id: string) => `totp/${id}`,
  },
  {
    table: 'identity_provider',
    id: 'id',
    box: 'secret_box',
    purpose: 'identity-provider',
    context: (id: string) => `identity-provider/${id}`,
  },
] as const;

async function resealSecrets(address: pg.ClientConfig, ring: Keyring): Promise<void> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    for (const { table, id, box, purpose, context } of SECRETS) {
      const own = keyringFor(ring, purpose);
      const { rows } = await client.query<{ id: string; box: Buffer }>(
        `select ${id} as id, ${box} as box from ${table} where ${box} is not null`,
      );
      for (const row of rows) {
        if (!needsRotation(own, row.box)) continue;
        const locked = Buffer.from(reseal(own, row.box, context(row.id)));
        await client.query(`update ${table} set ${box} = $1 where ${id} = $2`, [locked, row.id]);
      }
    }
  } finally {
    await client.end();
  }
}
