// The statement that finds what is still missing before a school can work with Gatepost.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';

export interface SetUpFacts {
  readonly pupils: boolean;
  readonly others: boolean;
  readonly dsl: boolean;
  readonly head: boolean;
  readonly headHasDeputy: boolean;
}

/** @param except the person who is asking: somebody else must have been let in */
export async function setUpFacts(db: Db, schoolId: string, except: string, today: string): Promise<SetUpFacts> {
  const held = sql`r.school_id = ${schoolId} and r.starts_on <= ${today} and (r.ends_on is null or r.ends_on >= ${today})`;
  const { rows } = await sql<SetUpFacts>`select
    exists (select from enrolment where school_id = ${schoolId}) as pupils,
    exists (select from person where school_id = ${schoolId} and login_id is not null and id <> ${except})
      or exists (select from invitation where school_id = ${schoolId} and purpose = 'join' and person_id <> ${except}) as others,
    exists (select from responsibility r where ${held} and r.responsibility = 'dsl') as dsl,
    exists (select from responsibility r where ${held} and r.responsibility = 'headteacher') as head,
    exists (select from responsibility r where ${held}
      and (r.responsibility = 'deputy-headteacher' or r.responsibility = 'headteacher' and r.deputy_id is not null)) as "headHasDeputy"`.execute(
    db,
  );
  const [facts] = rows;
  if (!facts) throw new Error('PostgreSQL answered a select of facts with no row.');
  return facts;
}
