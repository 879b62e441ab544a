// Statements about many invitations at once: who has not come yet, the rounds, and what became of each person in one.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import { WORKING_TYPES } from './person-types.ts';
import type { Invitee } from './why-not-invited.ts';
import type { NameRow } from './person.ts';

export interface NotComeRow extends NameRow {
  readonly id: string;
  readonly email: string;
  readonly job_title: string;
  readonly types: string[];
  readonly decides: boolean;
  readonly invited_at: string | null;
  readonly expires_at: string | null;
  readonly is_open: boolean | null;
  readonly way: 'mail' | 'paper' | null;
  readonly bounced: boolean;
}

interface Asked {
  readonly today: string;
  readonly now: string;
  readonly type: string | null;
  readonly deciding: readonly string[];
}

/** Who works here, is not yet able to sign in and has a day here still to come, in the order of names. */
export async function notComeRows(db: Db, schoolId: string, asked: Asked): Promise<NotComeRow[]> {
  const { today, now, type, deciding } = asked;
  const { rows } = await sql<NotComeRow>`
    select p.id, p.first_name, p.last_name, p.preferred_name, p.email, p.job_title, t.types, i.created_at as invited_at,
           i.expires_at, i.used_at is null and i.withdrawn_at is null and i.expires_at > ${now} as is_open,
           coalesce(r.way, case when m.id is not null then 'mail' end) as way,
           coalesce(m.state in ('refused', 'bounced', 'given-up'), false) as bounced,
           ${decides(schoolId, deciding, today)} as decides
      from person p
      cross join lateral (
        select coalesce(array_agg(type order by type), '{}') as types from person_type
         where school_id = ${schoolId} and person_id = p.id and (ends_on is null or ends_on >= ${today})) t
      left join lateral (
        select id, created_at, expires_at, used_at, withdrawn_at from invitation
         where school_id = ${schoolId} and person_id = p.id and purpose = 'join' order by created_at desc, id desc limit 1) i on true
      left join lateral (
        select round.way from invitation_item item
          join invitation_round round on round.school_id = ${schoolId} and round.id = item.round_id
         where item.school_id = ${schoolId} and item.person_id = p.id and item.state in ('asked', 'printed')
           and i.created_at >= round.asked_at
         order by round.asked_at desc limit 1) r on true
      -- how the mail that carried the link fared
      left join mail_message m on m.school_id = ${schoolId} and m.key = 'link:' || i.id
     where p.school_id = ${schoolId} and p.login_id is null and (p.ended_on is null or p.ended_on >= ${today})
       and t.types && ${[...WORKING_TYPES]}::text[] and (${type}::text is null or ${type} = any(t.types))
     order by p.last_name, p.first_name, p.id`.execute(db);
  return rows;
}

const decides = (schoolId: string, deciding: readonly string[], today: string) => sql<boolean>`exists (
  select from responsibility g where g.school_id = ${schoolId} and g.person_id = p.id
     and g.responsibility = any(${[...deciding]}::text[]) and (g.ends_on is null or g.ends_on >= ${today}))`;

/** Is there a mail server that this school’s letters go out by? */
export const hasMail = async (db: Db): Promise<boolean> => {
  const { rows } = await sql<{ has: boolean }>`select exists (select from app.mail_server_in_use()) as has`.execute(db);
  return rows[0]?.has ?? false;
};

export interface NewRound {
  readonly id: string;
  readonly way: 'mail' | 'paper';
  readonly askedBy: string;
}

export async function insertRound(
  db: Db,
  schoolId: string,
  round: NewRound,
  personIds: readonly string[],
  now: string,
): Promise<void> {
  await db
    .insertInto('invitation_round')
    .values({ school_id: schoolId, id: round.id, way: round.way, asked_by: round.askedBy, asked_at: now })
    .execute();
  await sql`insert into invitation_item (school_id, round_id, n, person_id, state)
    select ${schoolId}, ${round.id}, t.n, t.person, 'waiting'
      from unnest(${personIds}::uuid[]) with ordinality as t(person, n)`.execute(db);
}

export const roundRow = (db: Db, schoolId: string, id: string) =>
  db
    .selectFrom('invitation_round')
    .select(['id', 'way', 'asked_by', 'asked_at'])
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .executeTakeFirst();

export async function lastRounds(db: Db, schoolId: string, limit: number) {
  const { rows } = await sql<{ id: string; way: 'mail' | 'paper'; asked_at: string; people: number; waiting: number }>`
    select r.id, r.way, r.asked_at, count(*)::int as people, (count(*) filter (where i.state = 'waiting'))::int as waiting
      from (select id, way, asked_at from invitation_round where school_id = ${schoolId} order by asked_at desc, id desc limit ${limit}) r
      join invitation_item i on i.school_id = ${schoolId} and i.round_id = r.id
     group by r.id, r.way, r.asked_at order by r.asked_at desc, r.id desc`.execute(db);
  return rows;
}

export const anyWaiting = async (db: Db, schoolId: string): Promise<boolean> =>
  (await db
    .selectFrom('invitation_item')
    .select('n')
    .where('school_id', '=', schoolId)
    .where('state', '=', 'waiting')
    .limit(1)
    .executeTakeFirst()) !== undefined;

export interface WaitingRow extends Invitee {
  readonly round_id: string;
  readonly n: number;
  readonly person_id: string;
  readonly way: 'mail' | 'paper';
  readonly asked_by: string;
}

/** The next that wait, locked, so that two workers do not take the same ones. */
export async function takeWaiting(
  db: Db,
  schoolId: string,
  asked: {
    readonly today: string;
    readonly since: string;
    readonly deciding: readonly string[];
    readonly limit: number;
  },
): Promise<WaitingRow[]> {
  const { today, since, deciding, limit } = asked;
  const { rows } = await sql<WaitingRow>`
    with next as (
      select i.round_id, i.n, i.person_id from invitation_item i
       where i.school_id = ${schoolId} and i.state = 'waiting' order by i.round_id, i.n limit ${limit} for update skip locked)
    select next.round_id, next.n, next.person_id, r.way, r.asked_by, p.email, p.login_id is not null as joined,
           coalesce(p.ended_on < ${today}, false) as left,
           exists (select from person_type t where t.school_id = ${schoolId} and t.person_id = p.id
                    and t.type = any(${[...WORKING_TYPES]}::text[]) and (t.ends_on is null or t.ends_on >= ${today})) as works,
           ${decides(schoolId, deciding, today)} as decides,
           greatest(
             (select max(v.created_at) from invitation v where v.school_id = ${schoolId} and v.person_id = p.id
               and v.purpose = 'join' and v.withdrawn_at is null and v.created_at > ${since}),
             (select max(o.settled_at) from invitation_item o where o.school_id = ${schoolId} and o.person_id = p.id
               and o.state in ('asked', 'ready', 'printed') and o.settled_at > ${since})) as asked_at
      from next
      join invitation_round r on r.school_id = ${schoolId} and r.id = next.round_id
      join person p on p.school_id = ${schoolId} and p.id = next.person_id
     order by next.round_id, next.n`.execute(db);
  return rows;
}

export interface Settled {
  readonly roundId: string;
  readonly n: number;
  readonly state: 'asked' | 'ready' | 'printed' | 'refused';
  readonly problem?: string;
  readonly remedy?: string;
}

export async function settleItems(db: Db, schoolId: string, items: readonly Settled[], now: string): Promise<void> {
  await sql`update invitation_item i
       set state = t.state, problem = t.problem, remedy = t.remedy, settled_at = ${now}
      from unnest(${items.map(({ roundId }) => roundId)}::uuid[], ${items.map(({ n }) => n)}::int[],
                  ${items.map(({ state }) => state)}::text[], ${items.map(({ problem }) => problem ?? '')}::text[],
                  ${items.map(({ remedy }) => remedy ?? '')}::text[]) as t(round_id, n, state, problem, remedy)
     where i.school_id = ${schoolId} and i.round_id = t.round_id and i.n = t.n`.execute(db);
}

export async function roundCounts(db: Db, schoolId: string, roundId: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ state: string; people: number }>`
    select state, count(*)::int as people from invitation_item
     where school_id = ${schoolId} and round_id = ${roundId} group by state`.execute(db);
  return Object.fromEntries(rows.map(({ state, people }) => [state, people]));
}

/** Of those whom mail was asked to write to: how many letters are out, and how many came back. */
export async function mailCounts(db: Db, schoolId: string, roundId: string): Promise<{ sent: number; failed: number }> {
  const { rows } = await sql<{ sent: number; failed: number }>`
    select (count(*) filter (where m.state = 'sent'))::int as sent,
           (count(*) filter (where m.state in ('refused', 'bounced', 'given-up')))::int as failed
      from invitation_item i
      join invitation_round r on r.school_id = ${schoolId} and r.id = i.round_id
      join mail_message m on m.school_id = ${schoolId} and m.person_id = i.person_id and m.template = 'invitation'
       and m.asked_at >= r.asked_at
     where i.school_id = ${schoolId} and i.round_id = ${roundId} and i.state = 'asked'`.execute(db);
  return rows[0] ?? { sent: 0, failed: 0 };
}

export interface ItemRow extends NameRow {
  readonly n: number;
  readonly person_id: string;
  readonly problem: string;
  readonly remedy: string;
  readonly job_title: string;
  readonly decides: boolean;
}

export async function itemRows(
  db: Db,
  schoolId: string,
  roundId: string,
  asked: {
    readonly state: string;
    readonly deciding: readonly string[];
    readonly today: string;
    readonly limit: number;
  },
): Promise<ItemRow[]> {
  const { state, deciding, today, limit } = asked;
  const { rows } = await sql<ItemRow>`
    select i.n, i.person_id, i.problem, i.remedy, p.first_name, p.last_name, p.preferred_name, p.job_title,
           ${decides(schoolId, deciding, today)} as decides
      from invitation_item i join person p on p.school_id = ${schoolId} and p.id = i.person_id
     where i.school_id = ${schoolId} and i.round_id = ${roundId} and i.state = ${state}
     order by i.n limit ${limit}`.execute(db);
  return rows;
}
