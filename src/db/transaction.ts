// One transaction under one identity: its set-up travels with the first statement, row policies do the rest.
import type { Socket } from 'node:net';
import { setImmediate as sent } from 'node:timers/promises';
import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
} from 'kysely';
import type { Pool, PoolClient } from 'pg';
import type { Db } from '#kernel/context.ts';
import { isId } from '#kernel/id.ts';
import type { Identity, Unit } from '#kernel/unit.ts';
import { appendEntry, enqueueJob, rememberAnswer, rememberedAnswer } from './pipeline-rows.ts';
import { statementName } from './statement-names.ts';
import { translated } from './failures.ts';
import type { DB } from './tables.gen.ts';

/** @throws a failure of kind `unavailable` when the database does not answer */
export async function begin(pool: Pool, identity: Identity, mode: 'read' | 'write'): Promise<Unit> {
  const words = openingOf(identity, mode); // before a connection is taken, which a wrong id would never give back
  const client = await pool.connect().catch((error: unknown) => {
    throw translated(error);
  });
  let open = true;
  together(client);
  const opening = client.query(words);
  opening.catch(() => {}); // the statement that follows reports it
  const db = databaseOver(client);
  /** What was read has been read: nobody waits for the end of it but whoever wants the connection next. */
  const endRead = () => {
    open = false;
    client.query('commit').then(
      () => client.release(),
      (error: unknown) => client.release(error as Error),
    );
  };
  const unit: Unit = {
    db,
    append: (entry, extras) => appendEntry(db, entry, extras),
    enqueue: (job) => enqueueJob(db, job),
    remembered: (request) => rememberedAnswer(db, request),
    remember: (request, answer) => rememberAnswer(db, request, answer),
    async commit() {
      if (!open) return;
      if (mode === 'read') return endRead();
      await sent(); // kysely hands a statement over some microtasks after it is asked to; the commit must come last
      try {
        const { command } = await client.query('commit');
        // PostgreSQL answers a commit of a failed transaction with ROLLBACK.
        if (command !== 'COMMIT') throw new Error('The transaction had failed and was rolled back.');
      } catch (error) {
        throw translated(error);
      }
      open = false;
      client.release();
    },
    async rollback() {
      if (!open) return;
      open = false;
      try {
        await client.query('rollback');
        client.release();
      } catch (error) {
        client.release(error as Error);
      }
    },
  };
  return unit;
}

/** The opening leaves with the first statement, in one write to the socket: kysely hands that over a few microtasks later, and a tick comes behind them all, but before the next request is looked at. */
function together(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

function openingOf({ scopeId, personId, role }: Identity, mode: 'read' | 'write'): string {
  const scope = literal(scopeId);
  const person = literal(personId);
  return (
    `begin${mode === 'read' ? ' read only' : ''}; set local role gatepost_${role}; ` +
    `set local app.school = '${scope}'; set local app.person = '${person}'`
  );
}

/** Only a well-formed id may stand in the text of a statement. */
function literal(id: string | null): string {
  if (id === null) return '';
  if (!isId(id)) throw new TypeError('Not an id.');
  return id;
}

const databases = new WeakMap<PoolClient, Db>();

/** Kysely over one checked-out client; statements are named, so that PostgreSQL prepares each once per connection. Made once per connection too: making one costs as much as a short statement. */
export function databaseOver(client: PoolClient): Db {
  let db = databases.get(client);
  if (db === undefined) databases.set(client, (db = new Kysely<DB>({ dialect: dialectOver(client) })));
  return db;
}

function dialectOver(client: PoolClient): Dialect {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery) {
      const name = statementName(query.sql);
      try {
        const result = await client.query({
          ...(name === undefined ? {} : { name }),
          text: query.sql,
          values: query.parameters as unknown[],
        });
        return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) };
      } catch (error) {
        throw translated(error);
      }
    },
    streamQuery() {
      throw new Error('Cursors are not used: read in pages.');
    },
  };
  const refuse = () => Promise.reject(new Error('The pipeline owns the transaction.'));
  return {
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createDriver: () => ({
      init: () => Promise.resolve(),
      acquireConnection: () => Promise.resolve(connection),
      releaseConnection: () => Promise.resolve(),
      beginTransaction: refuse,
      commitTransaction: refuse,
      rollbackTransaction: refuse,
      destroy: () => Promise.resolve(),
    }),
  };
}
