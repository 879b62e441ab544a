// Kinds of test: `unit` (pure rules), `db` (a real PostgreSQL with its row policies), and, where the machine has one, the
// oldest PostgreSQL that Gatepost runs on: what depends on the server most, once more.
import { defineConfig } from 'vitest/config';
import { findPostgres } from './test/own-postgres/find-postgres.mjs';

const ON_THE_OLDEST = [
  'test/own-postgres/*.test.ts',
  'test/house/{row-policies,guard}.db.test.ts',
  'src/db/*.db.test.ts',
  'src/kernel/run.db.test.ts',
  'src/features/operation/operation.db.test.ts',
  'src/features/posts/publishing.db.test.ts',
];

/** Two at a time. No module keeps anything of a test, so what they import is read once for all. */
const TOGETHER = { maxWorkers: 2, isolate: false, testTimeout: 30_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', 'test/own-postgres/**', 'node_modules/**'],
          ...TOGETHER,
        },
      },
      {
        test: {
          name: 'db',
          include: ['src/**/*.db.test.ts', 'test/**/*.db.test.ts'],
          globalSetup: ['test/database/global-setup.ts'],
          hookTimeout: 60_000,
          ...TOGETHER,
        },
      },
      ...(findPostgres() === null ? [] : [onTheOldest()]),
    ],
  },
});

function onTheOldest() {
  return {
    test: {
      name: 'oldest-postgres',
      include: ON_THE_OLDEST,
      globalSetup: ['test/own-postgres/global-setup.ts'],
      hookTimeout: 60_000,
      ...TOGETHER,
    },
  };
}
