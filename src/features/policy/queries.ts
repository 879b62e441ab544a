// Every statement of the policy feature.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import type { PolicyDocument } from './document.ts';

export interface NewVersion {
  readonly schoolId: string;
  readonly id: string;
  readonly n: number;
  readonly document: PolicyDocument;
  readonly sha256: string;
  readonly state: 'set-up' | 'adopted';
  readonly effectiveOn: string;
  readonly reason: string;
  readonly putBy: string | null;
  readonly putAt: string;
}

export async function insertVersion(db: Db, version: NewVersion): Promise<void> {
  await db
    .insertInto('policy_version')
    .values({
      school_id: version.schoolId,
      id: version.id,
      document_id: version.document.id,
      n: version.n,
      document: JSON.stringify(version.document),
      sha256: version.sha256,
      state: version.state,
      effective_on: version.effectiveOn,
      reason: version.reason,
      put_by: version.putBy,
      put_at: version.putAt,
    })
    .execute();
}

/** Which version is in force on a local date: the latest date reached. The document itself is read apart, once. */
export const versionInForce = (db: Db, schoolId: string, date: string) =>
  db
    .selectFrom('policy_version')
    .select(['id', 'n', 'state', 'effective_on', 'sha256', 'document_id', 'reason'])
    .where('school_id', '=', schoolId)
    .where('effective_on', '<=', date)
    .orderBy('effective_on', 'desc')
    .limit(1)
    .executeTakeFirst();

export async function documentOf(db: Db, schoolId: string, versionId: string): Promise<PolicyDocument | undefined> {
  const row = await db
    .selectFrom('policy_version')
    .select('document')
    .where('school_id', '=', schoolId)
    .where('id', '=', versionId)
    .executeTakeFirst();
  return row?.document as unknown as PolicyDocument | undefined;
}

export const versionRows = (db: Db, schoolId: string) =>
  db
    .selectFrom('policy_version')
    .select(['id', 'n', 'document_id', 'state', 'effective_on', 'reason', 'sha256', 'put_by', 'put_at'])
    .select(sql<string | null>`document ->> 'edition'`.as('edition'))
    .where('school_id', '=', schoolId)
    .orderBy('effective_on', 'desc')
    .execute();

/** The zone whose date decides which version is in force. */
export async function zoneOf(db: Db, schoolId: string): Promise<string | undefined> {
  const row = await db.selectFrom('school').select('zone').where('id', '=', schoolId).executeTakeFirst();
  return row?.zone;
}
