// Statements about the good that accounts do: posts by what they were for, reach as it was typed in, objectives as they were judged.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';

interface Stretch {
  /** From this moment, and before that one. */
  readonly from: string;
  readonly before: string;
}

/** Copies that got through, one a row of account, kind and objective. A post on two accounts counts for both, and once for its kind. */
export async function publishedRows(db: Db, schoolId: string, { from, before }: Stretch) {
  const { rows } = await sql<{ postId: string; accountId: string; kind: string; objective: string }>`
    select d.post_id as "postId", d.account_id as "accountId", v.category as kind, v.objective
      from delivery d join post_version v on v.school_id = d.school_id and v.id = d.version_id
     where d.school_id = ${schoolId} and d.state in ('published', 'removal-asked', 'removed')
       and d.settled_at >= ${from}::timestamptz and d.settled_at < ${before}::timestamptz`.execute(db);
  return rows;
}

export interface ReachRow {
  readonly accountId: string;
  readonly from: string;
  readonly to: string;
  readonly reached: number | null;
  readonly followers: number | null;
  readonly source: string;
}

/** Of each account the newest figures whose days lie in these. */
export async function reachRows(
  db: Db,
  schoolId: string,
  { since, until }: { readonly since: string; readonly until: string },
): Promise<ReachRow[]> {
  const { rows } = await sql<ReachRow>`
    select distinct on (account_id) account_id as "accountId", from_on as "from", to_on as "to", reached, followers, source
      from reach_note where school_id = ${schoolId} and to_on >= ${since} and from_on <= ${until}
     order by account_id, to_on desc, noted_at desc`.execute(db);
  return rows;
}

export type ObjectiveOutcome = 'met' | 'partly' | 'not-met';

/** The newest judgement of each objective of each account, up to a day. */
export async function objectiveRows(db: Db, schoolId: string, until: string) {
  const { rows } = await sql<{
    accountId: string;
    objective: string;
    outcome: ObjectiveOutcome;
    words: string;
    on: string;
  }>`
    select distinct on (account_id, objective) account_id as "accountId", objective, outcome, words, judged_on as "on"
      from objective_note where school_id = ${schoolId} and judged_on <= ${until}
     order by account_id, objective, judged_on desc, noted_at desc`.execute(db);
  return rows;
}

/** Kinds of post that serve teaching and learning, as was last said; null where nobody has said it. */
export async function teachingKinds(db: Db, schoolId: string): Promise<readonly string[] | null> {
  const row = await db
    .selectFrom('teaching_choice')
    .select('kinds')
    .where('school_id', '=', schoolId)
    .orderBy('chosen_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.kinds ?? null;
}

interface By {
  readonly id: string;
  readonly schoolId: string;
  readonly by: string;
  readonly now: string;
}

export async function insertReach(db: Db, { id, schoolId, by, now }: By, note: ReachRow): Promise<void> {
  await db
    .insertInto('reach_note')
    .values({
      school_id: schoolId,
      id,
      account_id: note.accountId,
      from_on: note.from,
      to_on: note.to,
      reached: note.reached,
      followers: note.followers,
      source: note.source,
      noted_by: by,
      noted_at: now,
    })
    .execute();
}

export async function insertJudgement(
  db: Db,
  { id, schoolId, by, now }: By,
  note: {
    readonly accountId: string;
    readonly objective: string;
    readonly outcome: ObjectiveOutcome;
    readonly words: string;
    readonly on: string;
  },
): Promise<void> {
  await db
    .insertInto('objective_note')
    .values({
      school_id: schoolId,
      id,
      account_id: note.accountId,
      objective: note.objective,
      outcome: note.outcome,
      words: note.words,
      judged_on: note.on,
      noted_by: by,
      noted_at: now,
    })
    .execute();
}

export async function insertTeachingChoice(
  db: Db,
  { id, schoolId, by, now }: By,
  kinds: readonly string[],
): Promise<void> {
  await db
    .insertInto('teaching_choice')
    .values({ school_id: schoolId, id, kinds: [...kinds], chosen_by: by, chosen_at: now })
    .execute();
}
