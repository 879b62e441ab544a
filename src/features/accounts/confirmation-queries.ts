// Statements about what was confirmed before an account was used.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';

export interface NewConfirmation {
  readonly id: string;
  /** Null for the reminder whom one stands for. */
  readonly accountId: string | null;
  readonly shownSha256: string;
}

export async function insertConfirmations(
  db: Db,
  schoolId: string,
  personId: string,
  confirmations: readonly NewConfirmation[],
  { today, now }: { readonly today: string; readonly now: string },
): Promise<void> {
  if (confirmations.length === 0) return;
  await db
    .insertInto('account_confirmation')
    .values(
      confirmations.map(({ id, accountId, shownSha256 }) => ({
        school_id: schoolId,
        id,
        person_id: personId,
        account_id: accountId,
        shown_sha256: shownSha256,
        confirmed_on: today,
        confirmed_at: now,
      })),
    )
    .execute();
}

/**
 * What has not been confirmed since the present term began: the reminder (with nulls) and accounts of these.
 * @param when `termStart` holds where no terms have been entered
 */
export async function openConfirmations(
  db: Db,
  schoolId: string,
  personId: string,
  accountIds: readonly string[],
  { today, termStart }: { readonly today: string; readonly termStart: string },
): Promise<{ readonly id: string | null; readonly name: string | null }[]> {
  const { rows } = await sql<{ id: string | null; name: string | null }>`
    with term as (
      select coalesce((select max(starts_on) from calendar_line
                        where school_id = ${schoolId} and kind = 'term' and starts_on <= ${today}), ${termStart}::date) as starts
    ), wanted as (
      select null::uuid as id, null::text as name
      union all
      select a.id, a.name from account a where a.school_id = ${schoolId} and a.id = any(${[...accountIds]}::uuid[])
    )
    select wanted.id, wanted.name from wanted, term
     where not exists (
       select from account_confirmation c
        where c.school_id = ${schoolId} and c.person_id = ${personId} and c.confirmed_on >= term.starts
          and c.account_id is not distinct from wanted.id)
     order by wanted.name`.execute(db);
  return rows;
}
