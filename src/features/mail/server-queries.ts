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
