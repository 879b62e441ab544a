// Every statement about backups. The plan and the list are the first school's.
import type { Db } from '#kernel/context.ts';

export const backupPlanRow = (db: Db, schoolId: string) =>
  db.selectFrom('backup_plan').selectAll().where('school_id', '=', schoolId).executeTakeFirst();

export interface NewPlan {
  readonly daily_at: string | null;
  readonly folder: string;
  readonly keep_daily: number;
  readonly keep_weekly: number;
  readonly keep_monthly: number;
  readonly recipients: string[];
  readonly set_at: string;
}

export async function writeBackupPlan(db: Db, schoolId: string, plan: NewPlan): Promise<void> {
  await db
    .insertInto('backup_plan')
    .values({ school_id: schoolId, ...plan })
    .onConflict((conflict) => conflict.column('school_id').doUpdateSet(plan))
    .execute();
}

/** The rest of the plan stays as it is; without one, there is one with nothing planned. */
export async function writeRecipients(db: Db, schoolId: string, recipients: string[], now: string): Promise<void> {
  await db
    .insertInto('backup_plan')
    .values({ school_id: schoolId, recipients, set_at: now })
    .onConflict((conflict) => conflict.column('school_id').doUpdateSet({ recipients }))
    .execute();
}

export interface LastBackupRow {
  readonly good: string | null;
  readonly failed: string | null;
  readonly problem: string;
}

export async function lastBackups(db: Db, schoolId: string): Promise<LastBackupRow> {
  const newest = (outcome: 'good' | 'failed') =>
    db
      .selectFrom('backup')
      .select(['started_at', 'ended_at', 'problem'])
      .where('school_id', '=', schoolId)
      .where('outcome', '=', outcome)
      .orderBy('started_at', 'desc')
      .limit(1)
      .executeTakeFirst();
  const [good, failed] = [await newest('good'), await newest('failed')];
  return { good: good?.started_at ?? null, failed: failed?.ended_at ?? null, problem: failed?.problem ?? '' };
}

export const newestBackups = (db: Db, schoolId: string, limit: number) =>
  db
    .selectFrom('backup')
    .selectAll()
    .where('school_id', '=', schoolId)
    .orderBy('started_at', 'desc')
    .limit(limit)
    .execute();

export interface NewBackup {
  readonly id: string;
  readonly reason: string;
  readonly started_at: string;
  readonly ended_at: string;
  readonly outcome: string;
  readonly file: string;
  readonly bytes: number;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  readonly files_missing: number;
  readonly is_encrypted: boolean;
  readonly is_tried: boolean;
  readonly problem: string;
}

export async function insertBackup(db: Db, schoolId: string, backup: NewBackup): Promise<void> {
  await db
    .insertInto('backup')
    .values({ school_id: schoolId, ...backup })
    .execute();
}

/** Rows, not files: the ledger remembers the rest. */
export async function forgetBackupsBefore(db: Db, schoolId: string, before: string): Promise<void> {
  await db.deleteFrom('backup').where('school_id', '=', schoolId).where('started_at', '<', before).execute();
}

export async function zoneOf(db: Db, schoolId: string): Promise<string> {
  const { zone } = await db.selectFrom('school').select('zone').where('id', '=', schoolId).executeTakeFirstOrThrow();
  return zone;
}
