// Statements that show messages and what came back: to the administrator, and beside the people concerned.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import type { MessageState } from './queries.ts';

export interface ListedRow {
  readonly id: string;
  readonly template: string;
  readonly state: MessageState;
  readonly person_id: string | null;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly preferred_name: string | null;
  readonly address: string;
  readonly asked_at: string;
  readonly due_at: string;
  readonly settled_at: string | null;
  readonly attempts: number;
  readonly problem: string;
  readonly answer: string;
  readonly server_id: string | null;
}

export interface Wanted {
  readonly states: readonly MessageState[];
  readonly before: { readonly askedAt: string; readonly id: string } | null;
  readonly limit: number;
}

export async function messageRows(db: Db, schoolId: string, { states, before, limit }: Wanted): Promise<ListedRow[]> {
  const { rows } = await sql<ListedRow>`
    select m.id, m.template, m.state, m.person_id, p.first_name, p.last_name, p.preferred_name,
           coalesce(nullif(m.address, ''), p.email, '') as address, m.asked_at, m.due_at, m.settled_at, m.attempts, m.problem, m.answer, m.server_id
      from mail_message m left join person p on p.school_id = m.school_id and p.id = m.person_id
     where m.school_id = ${schoolId} and m.state = any(${states}::text[])
       and (${before?.askedAt ?? null}::timestamptz is null or (m.asked_at, m.id) < (${before?.askedAt ?? null}::timestamptz, ${before?.id ?? null}::uuid))
     order by m.asked_at desc, m.id desc limit ${limit}`.execute(db);
  return rows;
}

export interface TroubleRow {
  readonly person_id: string;
  readonly message_id: string;
  readonly state: MessageState;
  readonly problem: string;
  readonly answer: string;
  readonly at: string;
}

/** What says that an address takes no mail. */
const OF_ADDRESS = ['recipient-refused', 'message-refused', 'bounced', 'try-later'];

/** Whether message `m` says so still: it went to the present address of its person, and none has arrived there since. */
export const showsTrouble = sql<boolean>`
  m.state in ('refused', 'bounced', 'given-up') and m.problem = any(${OF_ADDRESS}::text[])
  and exists (select from person p where p.school_id = m.school_id and p.id = m.person_id and lower(p.email) = lower(m.address))
  and not exists (select from mail_message later
       where later.school_id = m.school_id and later.person_id = m.person_id and later.state = 'sent'
         and later.settled_at > m.settled_at and lower(later.address) = lower(m.address))`;

/**
 * People whose present address took no mail, and from whom nothing has been accepted since.
 * @param personId of one person only; null for everybody
 */
export async function troubleRows(db: Db, schoolId: string, personId: string | null): Promise<TroubleRow[]> {
  const { rows } = await sql<TroubleRow>`
    select distinct on (m.person_id) m.person_id, m.id as message_id, m.state, m.problem, m.answer, m.settled_at as at
      from mail_message m
     where m.school_id = ${schoolId} and (${personId}::uuid is null or m.person_id = ${personId}::uuid) and ${showsTrouble}
     order by m.person_id, m.settled_at desc limit 1000`.execute(db);
  return rows;
}

/** A message that went out, by its Message-ID. */
export const sentByHeader = (db: Db, schoolId: string, messageId: string) =>
  db
    .selectFrom('mail_message')
    .select(['id', 'person_id', 'state'])
    .where('school_id', '=', schoolId)
    .where('message_id', '=', messageId)
    .where('state', 'in', ['sent', 'bounced'])
    .forUpdate()
    .executeTakeFirst();

/** The newest message that went out to an address. */
export const newestTo = (db: Db, schoolId: string, address: string) =>
  db
    .selectFrom('mail_message')
    .select(['id', 'person_id', 'state'])
    .where('school_id', '=', schoolId)
    .where(sql<boolean>`lower(address) = lower(${address})`)
    .where('state', 'in', ['sent', 'bounced'])
    .orderBy('settled_at', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();

export const messageRow = (db: Db, schoolId: string, id: string) =>
  db
    .selectFrom('mail_message')
    .select(['id', 'template', 'state', 'person_id'])
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

/** From the beginning, as if it had just been asked for. */
export const queueAgain = (db: Db, schoolId: string, id: string, now: string, giveUpAt: string) =>
  db
    .updateTable('mail_message')
    .set({
      state: 'queued',
      due_at: now,
      give_up_at: giveUpAt,
      attempts: 0,
      settled_at: null,
      problem: '',
      answer: '',
      unsure: false,
    })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .execute();
