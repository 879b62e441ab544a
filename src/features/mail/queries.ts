// Statements about messages: asked for, tried, settled, and what came back.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';

export interface NewMessage {
  readonly id: string;
  readonly key: string;
  readonly personId: string | null;
  readonly address: string;
  readonly template: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly linkBox: Buffer | null;
  readonly urgent: boolean;
  readonly askedAt: string;
  readonly giveUpAt: string;
}

/** @returns false when one of that key was asked for before */
export async function insertMessage(db: Db, schoolId: string, message: NewMessage): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('mail_message')
    .values({
      school_id: schoolId,
      id: message.id,
      key: message.key,
      person_id: message.personId,
      address: message.address,
      template: message.template,
      facts: JSON.stringify(message.facts),
      link_box: message.linkBox,
      urgent: message.urgent,
      state: 'queued',
      asked_at: message.askedAt,
      due_at: message.askedAt,
      give_up_at: message.giveUpAt,
    })
    .onConflict((conflict) => conflict.columns(['school_id', 'key']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export type MessageState = 'queued' | 'sending' | 'sent' | 'refused' | 'bounced' | 'given-up';

/** Is anything to be tried by now? Those left behind in the middle of a try included. */
export const isAnyDue = async (db: Db, schoolId: string, now: string, leftBehind: string): Promise<boolean> => {
  const row = await db
    .selectFrom('mail_message')
    .select('id')
    .where('school_id', '=', schoolId)
    .where(({ or, and, eb }) =>
      or([
        and([eb('state', '=', 'queued'), eb('due_at', '<=', now)]),
        and([eb('state', '=', 'sending'), eb('tried_at', '<=', leftBehind)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
};

/** The next message to try, locked; nobody else waits for it or gets it. */
export const takeNext = (db: Db, schoolId: string, now: string, leftBehind: string) =>
  db
    .selectFrom('mail_message')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('state', 'in', ['queued', 'sending'])
    .where(({ or, and, eb }) =>
      or([
        and([eb('state', '=', 'queued'), eb('due_at', '<=', now)]),
        and([eb('state', '=', 'sending'), eb('tried_at', '<=', leftBehind)]),
      ]),
    )
    .orderBy('urgent', 'desc')
    .orderBy('due_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();

export interface Try {
  readonly address: string;
  readonly messageId: string;
  readonly serverId: string;
  readonly unsure: boolean;
}

export const markTried = (
  db: Db,
  schoolId: string,
  id: string,
  { address, messageId, serverId, unsure }: Try,
  now: string,
) =>
  db
    .updateTable('mail_message')
    .set(({ eb }) => ({
      state: 'sending',
      attempts: eb('attempts', '+', 1),
      tried_at: now,
      address,
      message_id: messageId,
      server_id: serverId,
      unsure,
    }))
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .execute();

/** The message under way, if this try is still its last: a late answer of an older try settles nothing. */
export const triedMessage = (db: Db, schoolId: string, id: string, attempt: number) =>
  db
    .selectFrom('mail_message')
    .select(['id', 'person_id', 'template', 'attempts', 'give_up_at', 'unsure'])
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('attempts', '=', attempt)
    .forUpdate()
    .executeTakeFirst();

export interface Settled {
  readonly state: 'sent' | 'refused' | 'bounced' | 'given-up';
  readonly problem: string;
  readonly answer: string;
}

/** The end of it: its link is forgotten. */
export const settleMessage = (db: Db, schoolId: string, id: string, settled: Settled, now: string) =>
  db
    .updateTable('mail_message')
    .set({ ...settled, settled_at: now, link_box: null })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .execute();

export interface Later {
  readonly dueAt: string;
  readonly problem: string;
  readonly answer: string;
  readonly unsure: boolean;
}

export const tryLater = (db: Db, schoolId: string, id: string, { dueAt, problem, answer, unsure }: Later) =>
  db
    .updateTable('mail_message')
    .set({ state: 'queued', due_at: dueAt, problem, answer, unsure })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .execute();

export const linkRow = (db: Db, schoolId: string, id: string) =>
  db
    .selectFrom('invitation')
    .select(['purpose', 'expires_at', 'used_at', 'withdrawn_at'])
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .executeTakeFirst();

export const noticesNamed = (db: Db, schoolId: string, personId: string, ids: readonly string[]) =>
  db
    .selectFrom('notice')
    .select(['id', 'about'])
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();

/** @returns how many */
export const giveUpAll = async (db: Db, schoolId: string, now: string): Promise<number> => {
  const { numUpdatedRows } = await db
    .updateTable('mail_message')
    .set({ state: 'given-up', settled_at: now, link_box: null })
    .where('school_id', '=', schoolId)
    .where('state', '=', 'queued')
    .executeTakeFirst();
  return Number(numUpdatedRows);
};

/** How much waits, and since when the oldest should have been out. */
export const queueFacts = (db: Db, schoolId: string) =>
  db
    .selectFrom('mail_message')
    .select(({ fn }) => [fn.countAll<number>().as('waiting'), fn.min('asked_at').as('oldest')])
    .where('school_id', '=', schoolId)
    .where('state', 'in', ['queued', 'sending'])
    .executeTakeFirstOrThrow();

export const newestTest = (db: Db, schoolId: string) =>
  db
    .selectFrom('mail_message')
    .select(['key', 'state', 'address', 'asked_at', 'problem', 'answer', 'server_id'])
    .where('school_id', '=', schoolId)
    .where('template', '=', 'test')
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

/** When the oldest message was asked for that should have been tried before this moment and is not out; null for none. */
export async function oldestOverdue(db: Db, schoolId: string, before: string): Promise<string | null> {
  const { oldest } = await db
    .selectFrom('mail_message')
    .select(({ fn }) => fn.min('due_at').as('oldest'))
    .where('school_id', '=', schoolId)
    .where('state', 'in', ['queued', 'sending'])
    .where('due_at', '<', before)
    .executeTakeFirstOrThrow();
  return oldest;
}

/** How many links somebody asked for at the sign-in page since then. */
export const askedLately = async (db: Db, schoolId: string, personId: string, since: string): Promise<number> => {
  const { count } = await db
    .selectFrom('mail_message')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .where('template', '=', 'recovery-asked')
    .where('asked_at', '>', since)
    .executeTakeFirstOrThrow();
  return count;
};
