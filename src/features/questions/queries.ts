// Every statement of the questions feature.
import { sql } from 'kysely';
import type { Allowed } from '#kernel/access.ts';
import type { Db } from '#kernel/context.ts';

export interface NewQuestion {
  readonly id: string;
  readonly clauseId: string | null;
  readonly policyVersionId: string | null;
  readonly words: string;
  readonly goesTo: string;
  readonly askedBy: string;
}

export async function insertQuestion(db: Db, schoolId: string, question: NewQuestion, at: string): Promise<void> {
  await db
    .insertInto('policy_question')
    .values({
      school_id: schoolId,
      id: question.id,
      clause_id: question.clauseId,
      policy_version_id: question.policyVersionId,
      words: question.words,
      goes_to: question.goesTo,
      asked_by: question.askedBy,
      asked_at: at,
    })
    .execute();
}

const isAnswered = (schoolId: string) =>
  sql<boolean>`exists (select from policy_answer a where a.school_id = ${schoolId} and a.question_id = q.id)`;

const questions = (db: Db, schoolId: string) =>
  db
    .selectFrom('policy_question as q')
    .innerJoin('person as p', (join) => join.on('p.school_id', '=', schoolId).onRef('p.id', '=', 'q.asked_by'))
    .select(['q.id', 'q.clause_id', 'q.words', 'q.goes_to', 'q.asked_by', 'q.asked_at'])
    .select(['p.first_name', 'p.last_name', 'p.preferred_name'])
    .select(isAnswered(schoolId).as('answered'))
    .where('q.school_id', '=', schoolId);

interface Part {
  /** One person's; null for everybody's. */
  readonly askedBy: string | null;
  readonly limit: number;
}

/** What waits for an answer, the oldest first: ids begin with the time at which they were made. */
export const waitingQuestionRows = (db: Db, schoolId: string, { askedBy, limit }: Part) =>
  questions(db, schoolId)
    .where(sql<boolean>`not ${isAnswered(schoolId)}`)
    .$if(askedBy !== null, (query) => query.where('q.asked_by', '=', askedBy))
    .orderBy('q.id')
    .limit(limit)
    .execute();

/** What was answered, the newest question first. @param before the last question of the page before */
export const answeredQuestionRows = (
  db: Db,
  schoolId: string,
  { askedBy, limit, before }: Part & { readonly before: string | null },
) =>
  questions(db, schoolId)
    .where(isAnswered(schoolId))
    .$if(askedBy !== null, (query) => query.where('q.asked_by', '=', askedBy))
    .$if(before !== null, (query) => query.where('q.id', '<', before))
    .orderBy('q.id', 'desc')
    .limit(limit)
    .execute();
export type QuestionRow = Awaited<ReturnType<typeof answeredQuestionRows>>[number];

export const questionRow = (db: Db, schoolId: string, id: string) =>
  questions(db, schoolId).where('q.id', '=', id).executeTakeFirst();

/** As many open questions as one list holds; the others come up as these are answered. */
const MOST_OPEN = 100;

/** The oldest questions that nobody has answered, without their words. */
export const openQuestionRows = (db: Db, schoolId: string) =>
  db
    .selectFrom('policy_question as q')
    .select(['q.id', 'q.clause_id', 'q.asked_at', 'q.asked_by'])
    .where('q.school_id', '=', schoolId)
    .where(sql<boolean>`not ${isAnswered(schoolId)}`)
    .orderBy('q.id')
    .limit(MOST_OPEN)
    .execute();

export const answerRows = (db: Db, schoolId: string, questionIds: readonly string[]) =>
  db
    .selectFrom('policy_answer as a')
    .innerJoin('person as p', (join) => join.on('p.school_id', '=', schoolId).onRef('p.id', '=', 'a.answered_by'))
    .select(['a.question_id', 'a.words', 'a.answered_at', 'p.first_name', 'p.last_name', 'p.preferred_name'])
    .where('a.school_id', '=', schoolId)
    .where(sql<boolean>`a.question_id = any(${questionIds}::uuid[])`)
    .orderBy('a.answered_at')
    .orderBy('a.id')
    .execute();

export async function insertAnswer(
  db: Db,
  schoolId: string,
  question: Allowed<{ readonly id: string }>,
  answer: { readonly id: string; readonly words: string; readonly answeredBy: string },
  at: string,
): Promise<void> {
  await db
    .insertInto('policy_answer')
    .values({
      school_id: schoolId,
      id: answer.id,
      question_id: question.id,
      words: answer.words,
      answered_by: answer.answeredBy,
      answered_at: at,
    })
    .execute();
}

/** Notes that stand beside clauses today, the oldest first. */
export const noteRows = (db: Db, schoolId: string) =>
  db
    .selectFrom('clause_note')
    .select(['id', 'question_id', 'clause_id', 'words', 'published_at'])
    .where('school_id', '=', schoolId)
    .where('withdrawn_at', 'is', null)
    .orderBy('published_at')
    .orderBy('id')
    .execute();

export const noteRow = (db: Db, schoolId: string, id: string) =>
  db
    .selectFrom('clause_note')
    .select(['id', 'question_id'])
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();

export async function insertNote(
  db: Db,
  schoolId: string,
  question: Allowed<{ readonly id: string; readonly clause_id: string | null }>,
  note: { readonly id: string; readonly words: string; readonly publishedBy: string },
  at: string,
): Promise<void> {
  await db
    .insertInto('clause_note')
    .values({
      school_id: schoolId,
      id: note.id,
      question_id: question.id,
      clause_id: question.clause_id,
      words: note.words,
      published_by: note.publishedBy,
      published_at: at,
    })
    .execute();
}

/** The note of a question that stands, taken away from beside its clause; the row stays. */
export const withdrawNoteOf = (
  db: Db,
  schoolId: string,
  question: Allowed<{ readonly id: string }>,
  by: string,
  at: string,
) =>
  db
    .updateTable('clause_note')
    .set({ withdrawn_by: by, withdrawn_at: at })
    .where('school_id', '=', schoolId)
    .where('question_id', '=', question.id)
    .where('withdrawn_at', 'is', null)
    .execute();

/** How many were asked and answered within a time, of which clause. Nobody is named. */
export const questionFigureRows = (db: Db, schoolId: string, from: string, until: string) =>
  db
    .selectFrom('policy_question as q')
    .select('q.clause_id')
    .select(sql<number>`count(*)::int`.as('asked'))
    .select(sql<number>`(count(*) filter (where ${isAnswered(schoolId)}))::int`.as('answered'))
    .where('q.school_id', '=', schoolId)
    .where('q.asked_at', '>=', from)
    .where('q.asked_at', '<', until)
    .groupBy('q.clause_id')
    .orderBy('q.clause_id')
    .execute();
