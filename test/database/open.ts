// A database of its own for a test file: a copy of the template, with our tables and no rows.
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';
import type { OwnerConnection } from '#db/embedded/reach.ts';

export interface ProvidedDatabase {
  readonly owner: OwnerConnection;
  readonly template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    database: ProvidedDatabase;
  }
}

/** What both `pg` and our own pools take. */
export type TestConnection = Omit<OwnerConnection, 'database'> & { readonly database: string };

export interface TestDatabase {
  /** As Gatepost itself connects: owns the tables, sees every school, may take the role of an action. */
  readonly owner: TestConnection;
  /** The same login, but each session begins in the role of an action: row policies hold from the first statement. */
  readonly app: TestConnection & { readonly options: string };
  /** Also ends connections that a test forgot. */
  drop(): Promise<void>;
}

export async function openTestDatabase(): Promise<TestDatabase> {
  const { owner, template } = inject('database');
  const database = `gatepost_test_${randomBytes(6).toString('hex')}`;
  await run(owner, `create database ${database} template ${template} strategy file_copy`);
  return {
    owner: { ...owner, database },
    app: { ...owner, database, options: '-c role=gatepost_app' },
    drop: () => dropDatabase(owner, database),
  };
}

/** What is being closed is let go first: cut off, it would complain when nobody listens any more. */
export async function dropDatabase(owner: OwnerConnection, database: string): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const connected = 'select from pg_stat_activity where datname = $1';
    for (let tries = 0; tries < 50 && (await client.query(connected, [database])).rowCount !== 0; tries++)
      await pause(20);
    await client.query(`drop database if exists ${database} with (force)`);
  } finally {
    await client.end();
  }
}

async function run(owner: OwnerConnection, sql: string): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
