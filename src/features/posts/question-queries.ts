// Statements about questions: "I am unsure", and the answer.
import type { Db } from '#kernel/context.ts';

export const questionRows = (db: Db, schoolId: string, postId: string) =>
  db
    .selectFrom('question')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('post_id', '=', postId)
    .orderBy('asked_at')
    .execute();

export const openQuestionsFor = (db: Db, schoolId: string, personId: string) =>
  db
    .selectFrom('question')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('asked_of', '=', personId)
    .where('answered_at', 'is', null)
    .orderBy('asked_at')
    .execute();

export async function insertQuestion(
  db: Db,
  question: {
    schoolId: string;
    id: string;
    postId: string;
    askedBy: string;
    askedOf: string;
    words: string;
    at: string;
  },
): Promise<void> {
  await db
    .insertInto('question')
    .values({
      school_id: question.schoolId,
      id: question.id,
      post_id: question.postId,
      asked_by: question.askedBy,
      asked_of: question.askedOf,
      words: question.words,
      asked_at: question.at,
    })
    .execute();
}

export const answerQuestionRow = (db: Db, schoolId: string, postId: string, answer: string, by: string, at: string) =>
  db
    .updateTable('question')
    .set({ answer, answered_by: by, answered_at: at })
    .where('school_id', '=', schoolId)
    .where('post_id', '=', postId)
    .where('answered_at', 'is', null)
    .execute();
