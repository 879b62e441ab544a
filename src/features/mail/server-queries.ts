// Statements about mail servers: whose is used, how much it may be given, and how it goes with it.
import { sql, type Selectable } from 'kysely';
import type { MailServer } from '#db/tables.gen.ts';
import type { Db } from '#kernel/context.ts';

export type ServerRow = Selectable<MailServer>;

/** This school's own server, else the one that the first school shares. */
export async function serverInUse(db: Db): Promise<ServerRow | null> {
  const { rows } = await sql<ServerRow>`select * from app.mail_server_in_use()`.execute(db);
  return rows[0] ?? null;
}

/** Turns left within this minute, and when there are more. */
export async function turnsLeft(db: Db, now: string): Promise<{ turns: number; again_at: string }> {
  const { rows } = await sql<{ turns: number; again_at: string }>`select * from app.mail_turns(${now})`.execute(db);
  return rows[0] ?? { turns: 0, again_at: now };
}

/** @param problem empty for an accepted message */
export const noteServer = (db: Db, now: string, problem: string, answer: string) =>
  sql`select app.note_mail_server(${now}, ${problem}, ${answer})`.execute(db);

export const ownServer = (db: Db, schoolId: string) =>
  db.selectFrom('mail_server').selectAll().where('school_id', '=', schoolId).executeTakeFirst();

export interface NewServer {
  readonly host: string;
  readonly port: number;
  readonly encryption: string;
  readonly username: string;
  readonly box: Buffer | null;
  readonly fromAddress: string;
  readonly fromName: string;
  readonly replyTo: string;
  readonly perMinute: number;
  readonly authority: string;
  readonly shared: boolean;
  readonly setBy: string | null;
}

/** How it went with an earlier one says nothing of this one. */
export async function putServer(db: Db, schoolId: string, server: NewServer, now: string): Promise<void> {
  const set = {
    host: server.host,
    port: server.port,
    encryption: server.encryption,
    username: server.username,
    password_box: server.box,
    from_address: server.fromAddress,
    from_name: server.fromName,
    reply_to: server.replyTo,
    per_minute: server.perMinute,
    authority: server.authority,
    shared: server.shared,
    set_by: server.setBy,
    set_at: now,
    accepted_at: null,
    failing_since: null,
    failures: 0,
    problem: '',
    answer: '',
    try_again_at: null,
  };
  await db
    .insertInto('mail_server')
    .values({ school_id: schoolId, ...set })
    .onConflict((conflict) => conflict.column('school_id').doUpdateSet(set))
    .execute();
}

export const deleteServer = async (db: Db, schoolId: string): Promise<boolean> => {
  const { numDeletedRows } = await db.deleteFrom('mail_server').where('school_id', '=', schoolId).executeTakeFirst();
  return numDeletedRows === 1n;
};

/** Somebody wants to know now: what is failing is tried at once. */
export const endPause = (db: Db, schoolId: string) =>
  db.updateTable('mail_server').set({ try_again_at: null }).where('school_id', '=', schoolId).execute();
