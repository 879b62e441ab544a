// The school that the installation was set up with keeps what all schools share: the machine, and what it lends to others.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';

export async function isFirstSchool(db: Db, schoolId: string): Promise<boolean> {
  const { rows } = await sql<{ first: boolean }>`select app.is_first_school(${schoolId}::uuid) as first`.execute(db);
  return rows[0]?.first === true;
}
