// Once for all tests on the oldest PostgreSQL: the machine's own, with the template that each test file copies.
import type { TestProject } from 'vitest/node';
import { buildTemplate } from '#test/database/global-setup.ts';
import { findPostgres } from './find-postgres.mjs';
import { startPostgres, type OwnPostgres } from './start-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    ownPostgres: Omit<OwnPostgres, 'stop'>;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...postgres } = await startPostgres(findPostgres()!);
  try {
    const { host, port, user, password } = postgres;
    project.provide('database', await buildTemplate({ host, port, user, password, database: 'gatepost' }));
    project.provide('ownPostgres', postgres);
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
