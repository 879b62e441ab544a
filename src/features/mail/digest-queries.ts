// Statements about the digest: who wants it when, and what there is to tell.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import type { DigestChoice } from './digest-time.ts';

export const choiceRow = (db: Db, schoolId: string, personId: string) =>
  db
    .selectFrom('mail_choice')
    .select(['digest', 'digest_at', 'school_days_only', 'chosen_at'])
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .executeTakeFirst();

export async function putChoice(
  db: Db,
  schoolId: string,
  personId: string,
  chosen: DigestChoice,
  now: string,
): Promise<void> {
  const set = {
    digest: chosen.digest,
    digest_at: chosen.at,
    school_days_only: chosen.schoolDaysOnly,
    chosen_at: now,
  };
  await db
    .insertInto('mail_choice')
    .values({ school_id: schoolId, person_id: personId, ...set })
    .onConflict((conflict) => conflict.columns(['school_id', 'person_id']).doUpdateSet(set))
    .execute();
}

export interface ReaderRow {
  readonly person_id: string;
  readonly digest: string | null;
  readonly digest_at: string | null;
  readonly school_days_only: boolean | null;
  readonly digest_on: string | null;
}

/** Everybody who signs in and has an address, with what they chose; without those who had theirs today. */
export async function digestReaders(db: Db, schoolId: string, today: string): Promise<ReaderRow[]> {
  const { rows } = await sql<ReaderRow>`
    select p.id as person_id, c.digest, c.digest_at, c.school_days_only, c.digest_on
      from person p left join mail_choice c on c.school_id = p.school_id and c.person_id = p.id
     where p.school_id = ${schoolId} and p.login_id is not null and p.email <> ''
       and (p.ended_on is null or p.ended_on >= ${today}::date)
       and coalesce(c.digest, 'daily') <> 'off' and (c.digest_on is null or c.digest_on < ${today}::date)
     order by p.id`.execute(db);
  return rows;
}

/** @returns false when somebody else has done this person's digest of the day */
export async function takeDigest(db: Db, schoolId: string, personId: string, today: string): Promise<boolean> {
  const { rows } = await sql`
    insert into mail_choice (school_id, person_id, digest_on) values (${schoolId}, ${personId}, ${today}::date)
    on conflict (school_id, person_id) do update set digest_on = excluded.digest_on
      where mail_choice.digest_on is null or mail_choice.digest_on < excluded.digest_on
    returning person_id`.execute(db);
  return rows.length === 1;
}

/** Unread notices that no mail has told of, the newest first. */
export async function untoldNotices(db: Db, schoolId: string, personId: string, since: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select n.id from notice n
     where n.school_id = ${schoolId} and n.person_id = ${personId} and n.read_at is null and n.at >= ${since}
       and not exists (select from mail_message m
            where m.school_id = n.school_id and m.person_id = n.person_id
              and m.template in ('digest', 'notice') and m.facts -> 'notices' ? n.id::text)
     order by n.at desc, n.id desc limit 20`.execute(db);
  return rows.map(({ id }) => id);
}
