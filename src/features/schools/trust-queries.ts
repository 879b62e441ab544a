// Every statement about a trust itself and who acts for it.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';

/** @param trustId the scope acted in */
export const trustRow = (db: Db, trustId: string) =>
  db.selectFrom('trust').select(['id', 'name']).where('id', '=', trustId).executeTakeFirst();

/** The trust of the school acted in; undefined for a school without one. */
export const trustOfSchool = (db: Db) =>
  db
    .selectFrom('trust')
    .select(['id', 'name'])
    .where('id', '=', sql<string>`app.trust()`)
    .executeTakeFirst();

/** Those who act for it now. */
export const trustLeadRows = (db: Db, trustId: string) =>
  db
    .selectFrom('trust_lead')
    .select(['id', 'login_id', 'name', 'job_title', 'named_at'])
    .where('trust_id', '=', trustId)
    .where('ended_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();

export async function insertTrustLead(
  db: Db,
  lead: {
    readonly trustId: string;
    readonly id: string;
    readonly loginId: string;
    readonly name: string;
    readonly jobTitle: string;
    readonly namedBy: string | null;
    readonly at: string;
  },
): Promise<void> {
  await db
    .insertInto('trust_lead')
    .values({
      trust_id: lead.trustId,
      id: lead.id,
      login_id: lead.loginId,
      name: lead.name,
      job_title: lead.jobTitle,
      named_by: lead.namedBy,
      named_at: lead.at,
    })
    .execute();
}

/** @returns false where nobody by this id acts for it */
export async function endTrustLeadRow(
  db: Db,
  end: { readonly trustId: string; readonly leadId: string; readonly by: string | null; readonly at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('trust_lead')
    .set({ ended_by: end.by, ended_at: end.at })
    .where('trust_id', '=', end.trustId)
    .where('id', '=', end.leadId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
