// Statements about how people of a school sign in.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';

export const signInRulesRow = (db: Db, id: string) =>
  db
    .selectFrom('school')
    .select([
      'second_factor_roles',
      'second_factor_since',
      'second_factor_grace_days',
      'session_idle_minutes',
      'session_days',
      'networks',
    ])
    .where('id', '=', id)
    .executeTakeFirst();

export const setSecondFactorRule = (
  db: Db,
  id: string,
  rule: { roles: readonly string[]; since: Readonly<Record<string, string>>; graceDays: number },
) =>
  db
    .updateTable('school')
    .set({
      second_factor_roles: [...rule.roles],
      second_factor_since: JSON.stringify(rule.since),
      second_factor_grace_days: rule.graceDays,
    })
    .where('id', '=', id)
    .execute();

export const setSessionLimitsOf = (db: Db, id: string, limits: { idleMinutes: number; days: number }) =>
  db
    .updateTable('school')
    .set({ session_idle_minutes: limits.idleMinutes, session_days: limits.days })
    .where('id', '=', id)
    .execute();

export const setNetworksOf = (db: Db, id: string, networks: readonly string[]) =>
  db
    .updateTable('school')
    .set({ networks: [...networks] })
    .where('id', '=', id)
    .execute();

/** The school's own networks, as text that `isOwnNetwork` reads. */
export const networksOf = async (db: Db, id: string): Promise<string[]> =>
  (await signInRulesRow(db, id))?.networks ?? [];

/** Two who change the rule at once do so one after the other. */
export const holdSignInRules = async (db: Db, id: string): Promise<void> => {
  await sql`select from school where id = ${id} for update`.execute(db);
};

/** Would this person, as the rule stands now, be let do nothing more from today on? */
export async function isShutOut(
  db: Db,
  schoolId: string,
  { personId, loginId }: { readonly personId: string; readonly loginId: string },
  today: string,
): Promise<boolean> {
  const { rows } = await sql<{ out: boolean }>`
    select app.second_factor_due(${schoolId}, ${personId}, ${today}) <= ${today}::date
           and not app.has_second_factor(${loginId}) as out`.execute(db);
  return rows[0]?.out === true;
}
