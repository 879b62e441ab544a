// src/db/tables.gen.ts: a TypeScript type for each table, as kysely-codegen reads them from a database.
import { generate, getDialect } from 'kysely-codegen';
import { databaseOver } from '#db/transaction.ts';
import type pg from 'pg';

export async function tableTypes(client: pg.PoolClient): Promise<string> {
  return generate({
    db: databaseOver(client),
    dialect: getDialect('postgres', { dateParser: 'string' }),
    includePattern: 'public.*',
    outFile: null,
    typeMapping: { timestamptz: 'string', int8: 'number' },
  });
}
