// Statements about what was confirmed before an account was used.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';

/** The reminder whom one stands for (null), or the rules of an account, as they are shown today. */
export interface ToConfirm {
  readonly accountId: string | null;
  readonly shownSha256: string;
}

export async function insertConfirmations(
  db: Db,
  schoolId: string,
  personId: string,
  confirmations: readonly (ToConfirm & { readonly id: string })[],
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

export interface ShownRow {
  /** Null for the reminder. */
  readonly id: string | null;
  readonly name: string | null;
  readonly rules: string | null;
  readonly platformKey: string | null;
  /** Digests of what was shown each time that this person confirmed it, since the present term began. */
  readonly confirmed: readonly string[];
}

/**
 * The reminder and the rules of these accounts as they stand, with what somebody has confirmed of each this term.
 * @param when `termStart` holds where no terms have been entered
 */
export async function shownRows(
  db: Db,
  schoolId: string,
  personId: string,
  accountIds: readonly string[],
  { today, termStart }: { readonly today: string; readonly termStart: string },
): Promise<ShownRow[]> {
  const { rows } = await sql<ShownRow>`
    with term as (
      select coalesce((select max(starts_on) from calendar_line
                        where school_id = ${schoolId} and kind = 'term' and starts_on <= ${today}), ${termStart}::date) as starts
    ), shown as (
      select null::uuid as id, null::text as name, null::text as rules, null::text as key
      union all
      select a.id, a.name, a.rules, f.key from account a
        join platform f on f.school_id = a.school_id and f.id = a.platform_id
       where a.school_id = ${schoolId} and a.id = any(${[...accountIds]}::uuid[])
    )
    select shown.id, shown.name, shown.rules, shown.key as "platformKey",
           array(select c.shown_sha256 from account_confirmation c
                  where c.school_id = ${schoolId} and c.person_id = ${personId} and c.confirmed_on >= term.starts
                    and c.account_id is not distinct from shown.id) as confirmed
      from shown, term
     order by shown.name`.execute(db);
  return rows;
}
