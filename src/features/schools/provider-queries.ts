// Every statement of the schools feature about providers to sign in by.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import type { ProviderKind, Trial } from './provider.ts';

export const providerRows = (db: Db, schoolId: string) =>
  db
    .selectFrom('identity_provider as p')
    .leftJoin('person as t', (join) => join.onRef('t.school_id', '=', 'p.school_id').onRef('t.id', '=', 'p.tried_by'))
    .selectAll('p')
    .select(sql<string | null>`t.first_name || ' ' || t.last_name`.as('tried_by_name'))
    .where('p.school_id', '=', schoolId)
    .orderBy('p.created_at')
    .orderBy('p.id')
    .execute();

export const lockedProviderRow = (db: Db, schoolId: string, id: string) =>
  db
    .selectFrom('identity_provider')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

export async function insertProvider(
  db: Db,
  schoolId: string,
  provider: { id: string; kind: ProviderKind; label: string; issuer: string },
  now: string,
): Promise<void> {
  await db
    .insertInto('identity_provider')
    .values({ school_id: schoolId, ...provider, created_at: now })
    .execute();
}

export interface ProviderChange {
  readonly label: string;
  readonly issuer: string;
  readonly tenant: string;
  readonly client_id: string;
  readonly secret_box?: Buffer;
  readonly secret_expires_on: string | null;
  readonly domains: string[];
  readonly asks_second_step: boolean;
  readonly shared: boolean;
  readonly proven?: boolean;
  readonly enabled?: boolean;
}

export const updateProvider = (db: Db, schoolId: string, id: string, change: ProviderChange) =>
  db.updateTable('identity_provider').set(change).where('school_id', '=', schoolId).where('id', '=', id).execute();

export const setProviderEnabled = (db: Db, schoolId: string, id: string, enabled: boolean) =>
  db.updateTable('identity_provider').set({ enabled }).where('school_id', '=', schoolId).where('id', '=', id).execute();

export const setProviderTrial = (
  db: Db,
  schoolId: string,
  id: string,
  { trial, personId, proven, at }: { trial: Trial; personId: string; proven: boolean; at: string },
) =>
  db
    .updateTable('identity_provider')
    .set({ trial: JSON.stringify(trial), tried_by: personId, tried_at: at, proven })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .execute();

/** @returns whether there was one */
export async function deleteProvider(db: Db, schoolId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('identity_provider')
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Secrets of providers in use that die on or before this day. */
export const dyingSecretRows = (db: Db, schoolId: string, until: string) =>
  db
    .selectFrom('identity_provider')
    .select(['id', 'label', 'secret_expires_on'])
    .where('school_id', '=', schoolId)
    .where('enabled', '=', true)
    .where('secret_expires_on', '<=', until)
    .orderBy('secret_expires_on')
    .orderBy('id')
    .execute();
