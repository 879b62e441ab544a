// Every statement about a trust's policy: at the trust itself, and as its schools read it.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import type { Answer } from '../answer.ts';
import type { PolicyDocument } from '../document.ts';
import { citedAtSchool } from './behind.ts';
import type { Lock } from './lock-breaches.ts';

/** Whose rows: the trust acted in, or the one that the school acted in belongs to. */
export type WhoseTrust = { readonly trustId: string } | 'of-this-school';

const idOf = (whose: WhoseTrust) =>
  whose === 'of-this-school' ? sql<string>`app.trust()` : sql<string>`${whose.trustId}::uuid`;

/** Versions are put and locks set one after another. */
export const holdTrustPolicy = async (db: Db, trustId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('trust policy ' || ${trustId}, 0))`.execute(db);
};

/** Oldest first; the last whose day is reached is in force. */
export const trustVersionRows = (db: Db, whose: WhoseTrust) =>
  db
    .selectFrom('trust_policy_version')
    .select(['id', 'n', 'document_id', 'sha256', 'effective_on', 'reason', 'changes', 'put_by', 'put_at'])
    .select([
      sql<string>`document ->> 'title'`.as('title'),
      sql<string | null>`document ->> 'derivedFrom'`.as('derived_from'),
    ])
    .where('trust_id', '=', idOf(whose))
    .orderBy('effective_on')
    .orderBy('n')
    .execute();
export type TrustVersionRow = Awaited<ReturnType<typeof trustVersionRows>>[number];

/** The trust's policy on a date; null while there is none. */
export async function trustDocumentOn(
  db: Db,
  whose: WhoseTrust,
  date: string,
): Promise<{ readonly id: string; readonly n: number; readonly document: PolicyDocument } | null> {
  const row = await db
    .selectFrom('trust_policy_version')
    .select(['id', 'n', 'document'])
    .where('trust_id', '=', idOf(whose))
    .where('effective_on', '<=', date)
    .orderBy('effective_on', 'desc')
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { id: row.id, n: row.n, document: row.document as unknown as PolicyDocument } : null;
}

export async function trustDocument(db: Db, whose: WhoseTrust, versionId: string): Promise<PolicyDocument | null> {
  const row = await db
    .selectFrom('trust_policy_version')
    .select('document')
    .where('trust_id', '=', idOf(whose))
    .where('id', '=', versionId)
    .executeTakeFirst();
  return (row?.document as unknown as PolicyDocument | undefined) ?? null;
}

export async function insertTrustVersion(
  db: Db,
  version: {
    readonly trustId: string;
    readonly id: string;
    readonly n: number;
    readonly document: PolicyDocument;
    readonly sha256: string;
    readonly effectiveOn: string;
    readonly reason: string;
    readonly changes: string | null;
    readonly putBy: string | null;
    readonly putAt: string;
  },
): Promise<void> {
  await db
    .insertInto('trust_policy_version')
    .values({
      trust_id: version.trustId,
      id: version.id,
      n: version.n,
      document_id: version.document.id,
      document: JSON.stringify(version.document),
      sha256: version.sha256,
      effective_on: version.effectiveOn,
      reason: version.reason,
      changes: version.changes,
      put_by: version.putBy,
      put_at: version.putAt,
    })
    .execute();
}

/** Every lock, also those lifted; the one that begins last at the end. */
export const lockRows = (db: Db, whose: WhoseTrust, settingId?: string) =>
  db
    .selectFrom('trust_lock')
    .select([
      'id',
      'setting_id',
      'answer',
      'clauses',
      'effective_on',
      'counts_from',
      'days',
      'reason',
      'set_by',
      'set_at',
    ])
    .select(['lifted_on', 'lift_reason', 'lifted_by', 'lifted_at'])
    .where('trust_id', '=', idOf(whose))
    .$if(settingId !== undefined, (query) => query.where('setting_id', '=', settingId!))
    .orderBy('effective_on')
    .orderBy('set_at')
    .orderBy('id')
    .execute();
export type LockRow = Awaited<ReturnType<typeof lockRows>>[number];

/** As it is read at a school. */
export const lockOf = (row: LockRow): Lock => ({
  id: row.id,
  settingId: row.setting_id,
  answer: row.answer as unknown as Answer,
  clauses: row.clauses.map(citedAtSchool),
  effectiveOn: row.effective_on,
  countsFrom: row.counts_from,
  days: row.days,
  reason: row.reason,
});

/** One that was lifted before it began never held. */
export const everHolds = ({ effective_on: from, lifted_on: until }: LockRow): boolean => until === null || until > from;
export const holdsOn = (row: LockRow, date: string): boolean =>
  row.effective_on <= date && (row.lifted_on === null || row.lifted_on > date);
/** It holds now, or will. */
export const isStanding = (row: LockRow, today: string): boolean =>
  everHolds(row) && (row.lifted_on === null || row.lifted_on > today);

export async function insertLock(
  db: Db,
  lock: Omit<Lock, 'id'> & {
    readonly trustId: string;
    readonly id: string;
    readonly versionId: string;
    readonly setBy: string | null;
    readonly setAt: string;
  },
): Promise<void> {
  await db
    .insertInto('trust_lock')
    .values({
      trust_id: lock.trustId,
      id: lock.id,
      setting_id: lock.settingId,
      answer: JSON.stringify(lock.answer),
      clauses: [...lock.clauses],
      version_id: lock.versionId,
      effective_on: lock.effectiveOn,
      counts_from: lock.countsFrom,
      days: lock.days,
      reason: lock.reason,
      set_by: lock.setBy,
      set_at: lock.setAt,
    })
    .execute();
}

export async function liftLockRow(
  db: Db,
  lift: {
    readonly trustId: string;
    readonly lockId: string;
    readonly on: string;
    readonly reason: string;
    readonly by: string | null;
    readonly at: string;
  },
): Promise<void> {
  await db
    .updateTable('trust_lock')
    .set({ lifted_on: lift.on, lift_reason: lift.reason, lifted_by: lift.by, lifted_at: lift.at })
    .where('trust_id', '=', lift.trustId)
    .where('id', '=', lift.lockId)
    .execute();
}

/** On which platform each account of the school is. */
export async function platformOfAccounts(db: Db, schoolId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('account as a')
    .innerJoin('platform as p', (join) =>
      join.onRef('p.school_id', '=', 'a.school_id').onRef('p.id', '=', 'a.platform_id'),
    )
    .select(['a.id', 'p.key'])
    .where('a.school_id', '=', schoolId)
    .execute();
  return new Map(rows.map(({ id, key }) => [id, key]));
}

/** Up to when somebody at the school has seen what the trust changed; null before the first time. */
export async function seenUpTo(db: Db, schoolId: string): Promise<string | null> {
  const row = await db
    .selectFrom('trust_change_seen')
    .select('up_to')
    .where('school_id', '=', schoolId)
    .orderBy('up_to', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.up_to ?? null;
}

export async function insertSeen(
  db: Db,
  seen: {
    readonly schoolId: string;
    readonly id: string;
    readonly upTo: string;
    readonly by: string | null;
    readonly at: string;
  },
): Promise<void> {
  await db
    .insertInto('trust_change_seen')
    .values({ school_id: seen.schoolId, id: seen.id, up_to: seen.upTo, seen_by: seen.by, seen_at: seen.at })
    .execute();
}

export const figureRows = (db: Db, trustId: string) =>
  db
    .selectFrom('trust_figure')
    .select(['school_id', 'name', 'value', 'at'])
    .where('trust_id', '=', trustId)
    .orderBy('school_id')
    .orderBy('name')
    .execute();

export async function putFigure(
  db: Db,
  figure: {
    readonly trustId: string;
    readonly schoolId: string;
    readonly name: string;
    readonly value: unknown;
    readonly at: string;
  },
): Promise<void> {
  const value = JSON.stringify(figure.value);
  await db
    .insertInto('trust_figure')
    .values({ trust_id: figure.trustId, school_id: figure.schoolId, name: figure.name, value, at: figure.at })
    .onConflict((conflict) => conflict.columns(['trust_id', 'school_id', 'name']).doUpdateSet({ value, at: figure.at }))
    .execute();
}

/** What this school has published under a name; undefined before the first time. */
export async function ownFigure(db: Db, schoolId: string, name: string): Promise<unknown> {
  const row = await db
    .selectFrom('trust_figure')
    .select('value')
    .where('trust_id', '=', sql<string>`app.trust()`)
    .where('school_id', '=', schoolId)
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.value;
}
