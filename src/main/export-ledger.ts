// Writes each ledger of this installation to a file of its own.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { ledgerScopes, ledgerSteps } from '#db/ledger-rows.ts';
import { AS_OWNER, openPool } from '#db/pool.ts';
import { publicSigningKeys } from '#db/signing-key.ts';
import type { Config } from './config.ts';
import { openExisting } from './ground.ts';
import { headerLine, stepLine } from './ledger-file.ts';
import { logFor } from './start.ts';

/** @returns the files written */
export async function exportInstallation(
  config: Config,
  folder: string,
  progress: (line: string) => void,
): Promise<string[]> {
  const ground = await openExisting(config, logFor(config));
  const pool = openPool(ground.address, AS_OWNER, 2, () => {});
  const files: string[] = [];
  try {
    await mkdir(folder, { recursive: true });
    const keys = await publicSigningKeys(pool);
    for (const { id, name } of await ledgerScopes(pool)) {
      progress(`Writing the ledger of ${name} …`);
      const path = join(folder, `ledger-${id}.jsonl`);
      const out = createWriteStream(`${path}.part`);
      out.write(`${headerLine(id, name, keys)}\n`);
      for await (const step of ledgerSteps(pool, id)) {
        if (!out.write(`${stepLine(step)}\n`)) await once(out, 'drain');
      }
      out.end();
      await finished(out);
      await rename(`${path}.part`, path);
      files.push(path);
    }
    return files;
  } finally {
    await pool.end();
    await ground.close();
  }
}
