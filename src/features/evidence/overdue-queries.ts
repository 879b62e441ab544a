// Posts that wait for somebody past their time.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';

export async function overduePosts(
  db: Db,
  schoolId: string,
  today: string,
  now: string,
): Promise<{ emergencies: number; byHand: number }> {
  const { rows } = await sql<{ emergencies: number; byHand: number }>`
    select (select count(*)::int from post where school_id = ${schoolId} and review_due_on < ${today}::date
              and reviewed_at is null) as emergencies,
           (select count(*)::int from delivery where school_id = ${schoolId} and state = 'by-hand'
              and due_at < ${now}::timestamptz) as "byHand"`.execute(db);
  return rows[0]!;
}
