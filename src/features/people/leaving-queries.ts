// Statements about leaving: what it ends, what hangs on somebody on that day, and how it is undone.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';

export interface NewLeaving {
  readonly id: string;
  readonly personId: string;
  readonly lastDay: string;
  readonly notedBy: string | null;
}

/** Written before anything is ended: the last days of what somebody is and holds, as they are now. */
export async function noteLeaving(db: Db, schoolId: string, leaving: NewLeaving, now: string): Promise<void> {
  const { id, personId, lastDay, notedBy } = leaving;
  await sql`insert into leaving (school_id, id, person_id, last_day, noted_by, noted_at, before)
    select ${schoolId}, ${id}, ${personId}, ${lastDay}, ${notedBy}::uuid, ${now}, jsonb_build_object(
      'person', (select ended_on from person where school_id = ${schoolId} and id = ${personId}),
      'enrolment', (select ends_on from enrolment where school_id = ${schoolId} and person_id = ${personId}),
      'types', (select coalesce(jsonb_object_agg(id, ends_on), '{}') from person_type
                 where school_id = ${schoolId} and person_id = ${personId} and (ends_on is null or ends_on > ${lastDay})),
      'grants', (select coalesce(jsonb_object_agg(id, ends_on), '{}') from responsibility
                  where school_id = ${schoolId} and person_id = ${personId} and (ends_on is null or ends_on > ${lastDay})))`.execute(
    db,
  );
}

/** The newest that is not undone. */
export const openLeaving = (db: Db, schoolId: string, personId: string) =>
  db
    .selectFrom('leaving')
    .select(['id', 'last_day'])
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .where('undone_at', 'is', null)
    .orderBy('noted_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Puts the last days back as they were before. What was changed by hand since then stays as it was changed. */
export async function undoLeaving(
  db: Db,
  schoolId: string,
  leaving: { readonly id: string; readonly undoneBy: string | null },
  now: string,
): Promise<void> {
  const { id, undoneBy } = leaving;
  const one = sql`select * from leaving where school_id = ${schoolId} and id = ${id}`;
  await sql`update person p set ended_on = (l.before->>'person')::date from (${one}) l
     where p.school_id = ${schoolId} and p.id = l.person_id and p.ended_on = l.last_day`.execute(db);
  await sql`update enrolment e set ends_on = (l.before->>'enrolment')::date from (${one}) l
     where e.school_id = ${schoolId} and e.person_id = l.person_id and e.ends_on = l.last_day`.execute(db);
  await sql`update person_type t set ends_on = (l.before->'types'->>t.id::text)::date from (${one}) l
     where t.school_id = ${schoolId} and t.person_id = l.person_id and t.ends_on = l.last_day and l.before->'types' ? t.id::text`.execute(
    db,
  );
  await sql`update responsibility r set ends_on = (l.before->'grants'->>r.id::text)::date from (${one}) l
     where r.school_id = ${schoolId} and r.person_id = l.person_id and r.ends_on = l.last_day and l.before->'grants' ? r.id::text`.execute(
    db,
  );
  await sql`update leaving set undone_at = ${now}, undone_by = ${undoneBy}::uuid where school_id = ${schoolId} and id = ${id}`.execute(
    db,
  );
}

export interface HangsOn {
  readonly personId: string;
  /** What they answer for, and whether anybody else holds it on the day after. */
  readonly responsibilities: readonly { readonly responsibility: string; readonly isLast: boolean }[];
  readonly accounts: readonly string[];
  /** Decisions that wait for their vote, and how many of those for nobody else’s. */
  readonly decisions: number;
  readonly decisionsAlone: number;
  readonly standsInFor: number;
  readonly signsIn: boolean;
  /** Posts approved to go out after the last day, on accounts that nobody else runs. */
  readonly posts: number;
}

/**
 * What ends, or is left with nobody, once each of these people has gone. It looks at what later features keep, as the
 * roles of a person do: everything that hangs on somebody must be seen before they go.
 */
export async function hangsOn(
  db: Db,
  schoolId: string,
  leavers: readonly { readonly personId: string; readonly lastDay: string }[],
): Promise<HangsOn[]> {
  const ids = leavers.map(({ personId }) => personId);
  const { rows } = await sql<HangsOn>`
    with leaver as (select * from unnest(${ids}::uuid[], ${leavers.map(({ lastDay }) => lastDay)}::date[]) as t(id, last_day)),
    staying as (
      select p.id, coalesce(l.last_day, p.ended_on) as until from person p left join leaver l on l.id = p.id where p.school_id = ${schoolId}),
    run as (select u.account_id, u.person_id, s.until from authority u join staying s on s.id = u.person_id
             where u.school_id = ${schoolId} and u.scope = 'run' and u.ended_at is null)
    select l.id as "personId", p.login_id is not null as "signsIn",
      (select coalesce(jsonb_agg(jsonb_build_object('responsibility', r.responsibility, 'isLast', not exists (
                select from responsibility o join staying s on s.id = o.person_id
                 where o.school_id = ${schoolId} and o.responsibility = r.responsibility and o.person_id <> l.id
                   and o.starts_on <= l.last_day + 1 and (o.ends_on is null or o.ends_on > l.last_day)
                   and (s.until is null or s.until > l.last_day))) order by r.responsibility), '[]')
         from responsibility r where r.school_id = ${schoolId} and r.person_id = l.id and (r.ends_on is null or r.ends_on >= l.last_day)) as responsibilities,
      (select coalesce(array_agg(distinct a.name order by a.name), '{}') from authority u
         join account a on a.school_id = ${schoolId} and a.id = u.account_id
        where u.school_id = ${schoolId} and u.person_id = l.id and u.ended_at is null) as accounts,
      (select count(*)::int from decision_approver v join decision d on d.school_id = ${schoolId} and d.id = v.decision_id
        where v.school_id = ${schoolId} and v.person_id = l.id and d.state = 'open') as decisions,
      (select count(*)::int from decision_approver v join decision d on d.school_id = ${schoolId} and d.id = v.decision_id
        where v.school_id = ${schoolId} and v.person_id = l.id and d.state = 'open'
          and (d.rule = 'all' or not exists (select from decision_approver o where o.school_id = ${schoolId}
                and o.decision_id = d.id and o.person_id <> all(${ids}::uuid[])))) as "decisionsAlone",
      (select count(*)::int from responsibility r where r.school_id = ${schoolId} and r.deputy_id = l.id
          and (r.ends_on is null or r.ends_on > l.last_day)) as "standsInFor",
      (select count(distinct o.id)::int from post o
         join post_version v on v.school_id = ${schoolId} and v.id = o.version_id
         join post_variant t on t.school_id = ${schoolId} and t.version_id = v.id
        where o.school_id = ${schoolId} and o.state = 'approved'
          and v.wanted_at is not null and (v.wanted_at at time zone 'Europe/London')::date > l.last_day
          and exists (select from run where run.account_id = t.account_id and run.person_id = l.id)
          and not exists (select from run where run.account_id = t.account_id and run.person_id <> l.id
                           and (run.until is null or run.until > l.last_day))) as posts
      from leaver l join person p on p.school_id = ${schoolId} and p.id = l.id
     order by p.last_name, p.first_name, p.id`.execute(db);
  return rows;
}

export interface GapRow {
  readonly responsibility: string;
  readonly last_day: string;
  readonly name: string;
}

/** Responsibilities that nobody holds after somebody's last day, where that is noted and not far off. */
export async function gapsAhead(
  db: Db,
  schoolId: string,
  asked: { readonly today: string; readonly until: string; readonly responsibilities: readonly string[] },
): Promise<GapRow[]> {
  const { today, until, responsibilities } = asked;
  const { rows } = await sql<GapRow>`
    select distinct on (r.responsibility) r.responsibility, p.ended_on as last_day,
           coalesce(nullif(p.preferred_name, ''), p.first_name) || ' ' || p.last_name as name
      from person p join responsibility r on r.school_id = ${schoolId} and r.person_id = p.id
     where p.school_id = ${schoolId} and p.ended_on between ${today} and ${until}
       and r.responsibility = any(${responsibilities}::text[]) and r.starts_on <= p.ended_on and r.ends_on >= p.ended_on
       and not exists (select from responsibility o join person h on h.school_id = ${schoolId} and h.id = o.person_id
             where o.school_id = ${schoolId} and o.responsibility = r.responsibility
               and o.starts_on <= p.ended_on + 1 and (o.ends_on is null or o.ends_on > p.ended_on)
               and (h.ended_on is null or h.ended_on > p.ended_on))
     order by r.responsibility, p.ended_on`.execute(db);
  return rows;
}

export async function leavingAhead(db: Db, schoolId: string, today: string) {
  const { rows } = await sql<{ id: string; name: string; job_title: string; last_day: string; types: string[] }>`
    select p.id, coalesce(nullif(p.preferred_name, ''), p.first_name) || ' ' || p.last_name as name, p.job_title,
           p.ended_on as last_day,
           (select coalesce(array_agg(distinct type), '{}') from person_type t
             where t.school_id = ${schoolId} and t.person_id = p.id and (t.ends_on is null or t.ends_on >= ${today})) as types
      from person p
     where p.school_id = ${schoolId} and p.ended_on >= ${today}
       and exists (select from leaving l where l.school_id = ${schoolId} and l.person_id = p.id and l.undone_at is null)
     order by p.ended_on, p.last_name, p.first_name, p.id limit 500`.execute(db);
  return rows;
}
