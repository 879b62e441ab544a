// Statements about those whom training is for: adults who work for the school, what they hold today, and where they write.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import { WORKING_TYPES } from '#features/people/index.ts';
import type { Member } from './target.ts';

export interface Adult extends Member {
  readonly name: string;
  readonly jobTitle: string;
  /** Since when they work for the school. */
  readonly since: string;
  readonly joined: boolean;
}

/** @param personId only this one */
export async function adultsOf(
  db: Db,
  schoolId: string,
  today: string,
  personId: string | null = null,
): Promise<Adult[]> {
  const { rows } = await sql<Adult>`
    with held as (
      select person_id, type as role, starts_on from person_type
       where school_id = ${schoolId} and starts_on <= ${today} and (ends_on is null or ends_on >= ${today})
      union all
      select person_id, responsibility, null from responsibility
       where school_id = ${schoolId} and starts_on <= ${today} and (ends_on is null or ends_on >= ${today})
    )
    select p.id as "personId", coalesce(nullif(p.preferred_name, ''), p.first_name) || ' ' || p.last_name as name,
           p.job_title as "jobTitle", p.login_id is not null as joined,
           array_agg(distinct held.role) as roles, min(held.starts_on)::text as since,
           exists (select from authority u where u.school_id = ${schoolId} and u.person_id = p.id and u.ended_at is null) as runs
      from person p join held on held.person_id = p.id
     where p.school_id = ${schoolId} and (p.ended_on is null or p.ended_on >= ${today})
       and (${personId}::uuid is null or p.id = ${personId}::uuid)
     group by p.school_id, p.id
    having array_agg(held.role) && ${[...WORKING_TYPES]}::text[]
     order by p.last_name, p.first_name, p.id`.execute(db);
  return rows;
}

export interface WrittenPlatform {
  readonly personId: string;
  readonly key: string;
  readonly kind: string;
}

/** On which platforms somebody may write for the school; the school's own pages are nobody else's platform. */
export async function platformsWritten(
  db: Db,
  schoolId: string,
  personId: string | null = null,
): Promise<WrittenPlatform[]> {
  const { rows } = await sql<WrittenPlatform>`
    select distinct u.person_id as "personId", f.key, f.kind
      from authority u
      join account a on a.school_id = u.school_id and a.id = u.account_id and a.closed_on is null
      join platform f on f.school_id = a.school_id and f.id = a.platform_id and f.kind <> 'own-site'
     where u.school_id = ${schoolId} and u.ended_at is null and (${personId}::uuid is null or u.person_id = ${personId}::uuid)`.execute(
    db,
  );
  return rows;
}

/** Joined so lately that an induction is still to be expected; those who were there when the school began are not new. */
export async function newcomers(db: Db, schoolId: string, { after, today }: { after: string; today: string }) {
  const { rows } = await sql<{ id: string }>`
    select p.id from person p
     where p.school_id = ${schoolId} and (p.ended_on is null or p.ended_on >= ${today})
       and exists (select from person_type t where t.school_id = ${schoolId} and t.person_id = p.id
                    and t.type = any(${[...WORKING_TYPES]}::text[])
                    and t.starts_on between ${after} and ${today} and (t.ends_on is null or t.ends_on >= ${today}))
       and p.created_at > (select created_at + interval '14 days' from school where id = ${schoolId})
       and not exists (select from training_induction i where i.school_id = ${schoolId} and i.person_id = p.id)`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}
