// Once for all database tests: one thrown-away PostgreSQL, and in it a template with our tables, to be copied for each test file.
import { rmSync } from 'node:fs';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#db/embedded/start.ts';
import { trialFolder } from '#db/embedded/trial.ts';
import { migrate } from '#db/migrate.ts';
import type { ProvidedDatabase } from './open.ts';

const TEMPLATE = 'gatepost_template';

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = trialFolder();
  const log = { info: () => undefined, warn: console.warn, error: console.error };
  const embedded = await startEmbedded({ dataDir, log, reserveBytes: 0 });
  const tearDown = async () => {
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    project.provide('database', await buildTemplate(embedded.ownerConnection));
    return tearDown;
  } catch (error) {
    await tearDown();
    throw error;
  }
}

/** Makes the database that each test file copies. */
export async function buildTemplate(owner: ProvidedDatabase['owner']): Promise<ProvidedDatabase> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query(`create database ${TEMPLATE}`);
    await migrate({ ...owner, database: TEMPLATE });
    await client.query('checkpoint'); // else the first copy pays for it, with half a second
    return { owner: { ...owner }, template: TEMPLATE };
  } finally {
    await client.end();
  }
}
