// Every statement about what the policy rests on: linked policies, law and guidance, what is expected to change.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import type { GuidanceKind, GuidanceRow } from './guidance.ts';
import type { LinkedKind } from './linked-kinds.ts';
import type { EnteredPolicy } from './linked.ts';
import type { WatchRow } from './watch.ts';

/** One change at a time: what was looked at still stands when it is written. */
export const holdReferences = async (db: Db, schoolId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('references ' || ${schoolId}, 0))`.execute(db);
};

export async function enteredPolicies(db: Db, schoolId: string): Promise<EnteredPolicy[]> {
  const rows = await db
    .selectFrom('linked_policy')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('ended_on', 'is', null)
    .orderBy('entered_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as LinkedKind,
    title: row.title,
    namedAs: row.named_as,
    belongsTo: row.belongs_to as 'school' | 'trust',
    ownerId: row.owner_id,
    edition: row.edition,
    place: row.place,
    reviewOn: row.review_on,
    checkedAt: row.checked_at,
  }));
}

export type LinkedFields = Omit<EnteredPolicy, 'id' | 'checkedAt'>;
interface Looked {
  readonly at: string;
  readonly by: string | null;
}

const linkedValues = (fields: LinkedFields, looked: Looked) => ({
  kind: fields.kind,
  title: fields.title,
  named_as: fields.namedAs,
  belongs_to: fields.belongsTo,
  owner_id: fields.ownerId,
  edition: fields.edition,
  place: fields.place,
  review_on: fields.reviewOn,
  checked_at: looked.at,
  checked_by: looked.by,
});

export async function insertPolicy(db: Db, schoolId: string, id: string, fields: LinkedFields, looked: Looked) {
  await db
    .insertInto('linked_policy')
    .values({ school_id: schoolId, id, entered_at: looked.at, ...linkedValues(fields, looked) })
    .execute();
}

export const updatePolicy = (db: Db, schoolId: string, id: string, fields: LinkedFields, looked: Looked) =>
  db
    .updateTable('linked_policy')
    .set(linkedValues(fields, looked))
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .execute();

export const endPolicyRow = (db: Db, schoolId: string, id: string, lastDay: string) =>
  db
    .updateTable('linked_policy')
    .set({ ended_on: lastDay })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .execute();

export async function guidanceRows(db: Db, schoolId: string): Promise<GuidanceRow[]> {
  const rows = await db
    .selectFrom('guidance_edition')
    .selectAll()
    .where('school_id', '=', schoolId)
    .orderBy('key')
    .execute();
  return rows.map((row) => ({
    key: row.key,
    kind: row.kind as GuidanceKind,
    title: row.title,
    namedAs: row.named_as,
    body: row.body,
    edition: row.edition,
    section: row.section,
    datedOn: row.dated_on,
    place: row.place,
    note: row.note,
    successorKey: row.successor_key,
    ownerId: row.owner_id,
    checkedAt: row.checked_at,
    checkedBy: row.checked_by,
    citedAt: row.cited_at,
  }));
}

export async function putGuidance(db: Db, schoolId: string, row: GuidanceRow): Promise<void> {
  const values = {
    kind: row.kind,
    title: row.title,
    named_as: row.namedAs,
    body: row.body,
    edition: row.edition,
    section: row.section,
    dated_on: row.datedOn,
    place: row.place,
    note: row.note,
    successor_key: row.successorKey,
    owner_id: row.ownerId,
    checked_at: row.checkedAt,
    checked_by: row.checkedBy,
    cited_at: row.citedAt,
  };
  await db
    .insertInto('guidance_edition')
    .values({ school_id: schoolId, key: row.key, ...values })
    .onConflict((there) => there.columns(['school_id', 'key']).doUpdateSet(values))
    .execute();
}

export async function watchRows(db: Db, schoolId: string): Promise<WatchRow[]> {
  const rows = await db.selectFrom('watch_item').selectAll().where('school_id', '=', schoolId).orderBy('key').execute();
  return rows.map((row) => ({
    key: row.key,
    title: row.title,
    why: row.why,
    expected: row.expected,
    lookedAt: row.looked_at,
    closedAt: row.closed_at,
    outcome: row.outcome,
  }));
}

export async function putWatchItem(db: Db, schoolId: string, row: WatchRow, lookedBy: string | null): Promise<void> {
  const values = {
    title: row.title,
    why: row.why,
    expected: row.expected,
    looked_at: row.lookedAt,
    looked_by: lookedBy,
    closed_at: row.closedAt,
    outcome: row.outcome,
  };
  await db
    .insertInto('watch_item')
    .values({ school_id: schoolId, key: row.key, ...values })
    .onConflict((there) => there.columns(['school_id', 'key']).doUpdateSet(values))
    .execute();
}

/** @returns those of them that were still to be sent */
export async function noteReminders(db: Db, schoolId: string, keys: readonly string[], at: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    insert into policy_reminder (school_id, key, sent_at)
    select ${schoolId}::uuid, key, ${at}::timestamptz from unnest(${keys}::text[]) as key
    on conflict (school_id, key) do nothing returning key`.execute(db);
  return rows.map(({ key }) => key);
}

/** When each of these reminders went out; those that have not are not in it. */
export async function remindersSent(
  db: Db,
  schoolId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('policy_reminder')
    .select(['key', 'sent_at'])
    .where('school_id', '=', schoolId)
    .where(sql<boolean>`key = any(${keys}::text[])`)
    .execute();
  return new Map(rows.map(({ key, sent_at }) => [key, sent_at]));
}
