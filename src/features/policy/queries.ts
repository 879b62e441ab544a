// Every statement of the policy feature.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import type { GivenSetting, PolicyDocument } from './document.ts';

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
  /** The setting that it changes; null where a whole policy is put in force. */
  readonly changes: string | null;
  /** The first version that carried this change; its own id, where it is that one. */
  readonly changeId: string;
  /** Is everybody asked to confirm it again, and why (or why not)? */
  readonly material: boolean;
  readonly materialReason: string;
}

/** Versions are put one after another: who comes second sees what the first did. */
export const holdPolicy = async (db: Db, schoolId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('policy ' || ${schoolId}, 0))`.execute(db);
};

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
      changes: version.changes,
      change_id: version.changeId,
      material: version.material,
      material_reason: version.materialReason,
    })
    .execute();
}

export async function insertWithdrawal(
  db: Db,
  withdrawal: { schoolId: string; versionId: string; why: 'cancelled' | 'carried-over'; by: string | null; at: string },
): Promise<void> {
  await db
    .insertInto('policy_withdrawal')
    .values({
      school_id: withdrawal.schoolId,
      version_id: withdrawal.versionId,
      why: withdrawal.why,
      withdrawn_by: withdrawal.by,
      withdrawn_at: withdrawal.at,
    })
    .execute();
}

/** Which version is in force on a local date: of the latest day reached the newest. The document itself is read apart, once. */
export const versionInForce = (db: Db, schoolId: string, date: string) =>
  db
    .selectFrom('policy_version as v')
    .select(['v.id', 'v.n', 'v.state', 'v.effective_on', 'v.sha256', 'v.document_id', 'v.reason'])
    .select(
      // the trust's policy answers where this one is silent
      sql<string | null>`(select t.id from trust_policy_version t
         where t.trust_id = (select app.trust()) and t.effective_on <= ${date}::date
         order by t.effective_on desc, t.n desc limit 1)`.as('trust_version_id'),
    )
    .where('v.school_id', '=', schoolId)
    .where('v.effective_on', '<=', date)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('policy_withdrawal as w')
            .select('w.version_id')
            .where('w.school_id', '=', schoolId)
            .whereRef('w.version_id', '=', 'v.id'),
        ),
      ),
    )
    .orderBy('v.effective_on', 'desc')
    .orderBy('v.n', 'desc')
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

/** Every version, also those taken back; the one whose day is latest first, and of one day the newest. */
export const versionRows = (db: Db, schoolId: string) =>
  db
    .selectFrom('policy_version as v')
    .leftJoin('policy_withdrawal as w', (join) =>
      join.onRef('w.school_id', '=', 'v.school_id').onRef('w.version_id', '=', 'v.id'),
    )
    .select([
      'v.id',
      'v.n',
      'v.document_id',
      'v.state',
      'v.effective_on',
      'v.reason',
      'v.sha256',
      'v.put_by',
      'v.put_at',
    ])
    .select(['v.material', 'v.material_reason'])
    .select(['v.changes', 'v.change_id', 'w.why', 'w.withdrawn_by', 'w.withdrawn_at'])
    .select(sql<string | null>`v.document ->> 'edition'`.as('edition'))
    .where('v.school_id', '=', schoolId)
    .orderBy('v.effective_on', 'desc')
    .orderBy('v.n', 'desc')
    .execute();
export type VersionRow = Awaited<ReturnType<typeof versionRows>>[number];

/** What each version says of one setting itself; null where it is silent. */
export async function givenByVersion(
  db: Db,
  schoolId: string,
  settingId: string,
): Promise<ReadonlyMap<string, GivenSetting | null>> {
  const rows = await db
    .selectFrom('policy_version')
    .select('id')
    .select(sql<GivenSetting | null>`document -> 'settings' -> ${settingId}`.as('given'))
    .where('school_id', '=', schoolId)
    .execute();
  return new Map(rows.map(({ id, given }) => [id, given]));
}

/** The zone whose date decides which version is in force. */
export async function zoneOf(db: Db, schoolId: string): Promise<string | undefined> {
  const row = await db.selectFrom('school').select('zone').where('id', '=', schoolId).executeTakeFirst();
  return row?.zone;
}

/** Those of these ids that are accounts of the school. */
export async function accountsNamed(db: Db, schoolId: string, ids: ReadonlySet<string>): Promise<string[]> {
  const rows = await db
    .selectFrom('account')
    .select('id')
    .where('school_id', '=', schoolId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return rows.map(({ id }) => id);
}
