// Every statement of the departures feature. Nothing here removes a row, and no grant would let it.
import { sql } from 'kysely';
import type { Allowed } from '#kernel/access.ts';
import type { Db } from '#kernel/context.ts';
import type { Outcome } from './departure.ts';

export interface NewDeparture {
  readonly id: string;
  readonly kind: 'beforehand' | 'afterwards';
  readonly clauseId: string;
  readonly policyVersionId: string | null;
  readonly happensAt: string;
  readonly untilOn: string | null;
  readonly action: string;
  readonly justification: string;
  readonly advice: string;
  readonly openedBy: string;
}

export async function insertDeparture(db: Db, schoolId: string, departure: NewDeparture, at: string): Promise<void> {
  await db
    .insertInto('departure')
    .values({
      school_id: schoolId,
      id: departure.id,
      kind: departure.kind,
      clause_id: departure.clauseId,
      policy_version_id: departure.policyVersionId,
      happens_at: departure.happensAt,
      until_on: departure.untilOn,
      action: departure.action,
      justification: departure.justification,
      advice: departure.advice,
      opened_by: departure.openedBy,
      opened_at: at,
    })
    .execute();
}

const departures = (db: Db, schoolId: string) =>
  db
    .selectFrom('departure as d')
    .innerJoin('person as p', (join) => join.on('p.school_id', '=', schoolId).onRef('p.id', '=', 'd.opened_by'))
    .select(['d.id', 'd.kind', 'd.clause_id', 'd.happens_at', 'd.until_on', 'd.action', 'd.justification', 'd.advice'])
    .select(['d.opened_by', 'd.opened_at', 'd.outcome', 'd.outcome_at', 'd.referred_to', 'd.permitted_until'])
    .select(['p.first_name', 'p.last_name', 'p.preferred_name'])
    .where('d.school_id', '=', schoolId);

interface Part {
  /** One person's; null for everybody's. */
  readonly openedBy: string | null;
  readonly limit: number;
}

/** What is still to be decided or answered, the oldest first: ids begin with the time at which they were made. */
export const unsettledDepartureRows = (db: Db, schoolId: string, { openedBy, limit }: Part) =>
  departures(db, schoolId)
    .where(({ or, eb }) => or([eb('d.outcome', 'is', null), eb('d.outcome', '=', 'questioned')]))
    .$if(openedBy !== null, (query) => query.where('d.opened_by', '=', openedBy))
    .orderBy('d.id')
    .limit(limit)
    .execute();

/** What was settled, the newest first. @param before the last departure of the page before */
export const settledDepartureRows = (
  db: Db,
  schoolId: string,
  { openedBy, limit, before }: Part & { readonly before: string | null },
) =>
  departures(db, schoolId)
    .where('d.outcome', 'is not', null)
    .where('d.outcome', '<>', 'questioned')
    .$if(openedBy !== null, (query) => query.where('d.opened_by', '=', openedBy))
    .$if(before !== null, (query) => query.where('d.id', '<', before))
    .orderBy('d.id', 'desc')
    .limit(limit)
    .execute();
export type DepartureRow = Awaited<ReturnType<typeof settledDepartureRows>>[number];

export const departureRow = (db: Db, schoolId: string, id: string) =>
  departures(db, schoolId).where('d.id', '=', id).executeTakeFirst();

/** Locked: who decides and who replies come one after another. */
export const holdDeparture = (db: Db, schoolId: string, id: string) =>
  db
    .selectFrom('departure')
    .select('id')
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

export const setOutcome = (
  db: Db,
  schoolId: string,
  departure: Allowed<{ readonly id: string }>,
  decided: {
    readonly outcome: Outcome | null;
    readonly referredTo?: string;
    readonly permittedUntil?: string | null;
  },
  at: string,
) =>
  db
    .updateTable('departure')
    .set({
      outcome: decided.outcome,
      outcome_at: decided.outcome === null ? null : at,
      referred_to: decided.referredTo ?? '',
      permitted_until: decided.permittedUntil ?? null,
    })
    .where('school_id', '=', schoolId)
    .where('id', '=', departure.id)
    .execute();

export const replyRows = (db: Db, schoolId: string, departureId: string) =>
  db
    .selectFrom('departure_reply')
    .select(['words', 'said_at'])
    .where('school_id', '=', schoolId)
    .where('departure_id', '=', departureId)
    .orderBy('said_at')
    .orderBy('id')
    .execute();

export async function insertReply(
  db: Db,
  schoolId: string,
  departure: Allowed<{ readonly id: string }>,
  reply: { readonly id: string; readonly words: string; readonly saidBy: string },
  at: string,
): Promise<void> {
  await db
    .insertInto('departure_reply')
    .values({
      school_id: schoolId,
      id: reply.id,
      departure_id: departure.id,
      words: reply.words,
      said_by: reply.saidBy,
      said_at: at,
    })
    .execute();
}

/** How many were opened within a time, by clause, kind and outcome. Nobody is named; null = it still waits. */
export const departureFigureRows = (db: Db, schoolId: string, from: string, until: string) =>
  db
    .selectFrom('departure')
    .select(['clause_id', 'kind', 'outcome'])
    .select(sql<number>`count(*)::int`.as('count'))
    .where('school_id', '=', schoolId)
    .where('opened_at', '>=', from)
    .where('opened_at', '<', until)
    .groupBy(['clause_id', 'kind', 'outcome'])
    .orderBy('clause_id')
    .execute();

/** As many as one list holds; the others come up as these are decided. */
const MOST_OPEN = 100;

/** Departures that wait for a decision, other than this person's own, the oldest first. */
export const openDepartureRows = (db: Db, schoolId: string, exceptOf: string) =>
  db
    .selectFrom('departure')
    .select(['id', 'kind', 'clause_id', 'happens_at', 'opened_by'])
    .where('school_id', '=', schoolId)
    .where('outcome', 'is', null)
    .where('opened_by', '<>', exceptOf)
    .orderBy('id')
    .limit(MOST_OPEN)
    .execute();

/** A person's own that were asked back about, and their leave that still holds. */
export const ownUnsettledRows = (db: Db, schoolId: string, personId: string, today: string) =>
  db
    .selectFrom('departure')
    .select(['id', 'clause_id', 'outcome', 'permitted_until'])
    .where('school_id', '=', schoolId)
    .where('opened_by', '=', personId)
    .where(({ or, eb, and }) =>
      or([eb('outcome', '=', 'questioned'), and([eb('outcome', '=', 'accepted'), eb('permitted_until', '>=', today)])]),
    )
    .orderBy('opened_at')
    .execute();
