// `npm run generate`: writes the reference, the parsed policies and the table types anew, from the code and from a fresh database.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startEmbedded } from '#db/embedded/start.ts';
import { trialFolder } from '#db/embedded/trial.ts';
import { migrate } from '#db/migrate.ts';
import { AS_OWNER, openPool } from '#db/pool.ts';
import { loadModelPolicy, modelPolicyNames } from '#features/policy/index.ts';
import capabilities from './clauses/capabilities.json' with { type: 'json' };
import { clausesPage } from './clauses/page.ts';
import { taggedClauses } from './clauses/tags.ts';
import { filesFromCode, filesFromDatabase } from './generated/files.ts';

const root = join(import.meta.dirname, '..');
const dataDir = trialFolder();
const log = { info: () => undefined, warn: console.warn, error: console.error };
const embedded = await startEmbedded({ dataDir, log, reserveBytes: 0 });
try {
  // The table types come first: the rest of the code does not compile without them.
  await migrate(embedded.ownerConnection);
  const pool = openPool(embedded.ownerConnection, AS_OWNER, 1, (error) => log.error(error.message));
  const client = await pool.connect();
  write(await filesFromDatabase(client));
  client.release();
  await pool.end();
  write(await filesFromCode());
  const policies = await Promise.all(
    modelPolicyNames.filter((name) => name !== 'starter').map((name) => loadModelPolicy(name)),
  );
  write(new Map([['docs/reference/clauses.md', clausesPage(policies, capabilities, taggedClauses())]]));
} finally {
  await embedded.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

function write(files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    process.stdout.write(`written  ${path}\n`);
  }
}
